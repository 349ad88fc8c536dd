-- current
CREATE TABLE t (a integer);

-- desired
CREATE SCHEMA app;
CREATE TABLE t (a integer);
CREATE TABLE app.t (a integer);

-- plan
BEGIN;

CREATE SCHEMA app;

CREATE TABLE app.t (
    a integer
);

COMMIT;
