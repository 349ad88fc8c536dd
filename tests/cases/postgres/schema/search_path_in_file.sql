-- current

-- desired
CREATE SCHEMA app;
SET search_path TO app, public;
CREATE TABLE t (a integer);
SET search_path TO public;
CREATE TABLE u (a integer);
RESET search_path;
CREATE TABLE w (a integer);

-- plan
BEGIN;

CREATE SCHEMA app;

CREATE TABLE app.t (
    a integer
);

CREATE TABLE u (
    a integer
);

CREATE TABLE w (
    a integer
);

COMMIT;
