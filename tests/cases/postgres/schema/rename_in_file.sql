-- current

-- desired
CREATE SCHEMA app;
CREATE TABLE app.t (a integer PRIMARY KEY);
CREATE TABLE app.u (a integer REFERENCES app.t);
ALTER SCHEMA app RENAME TO shop;

-- plan
BEGIN;

CREATE SCHEMA shop;

CREATE TABLE shop.t (
    a integer PRIMARY KEY
);

CREATE TABLE shop.u (
    a integer REFERENCES shop.t (a)
);

COMMIT;
