-- current
CREATE SCHEMA a;
CREATE TABLE a.t (id int);

-- desired
CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE a.t (id int, x int);
CREATE TABLE b.t (id int);

-- plan
BEGIN;

CREATE SCHEMA b;

ALTER TABLE a.t ADD COLUMN x integer;

CREATE TABLE b.t (
    id integer
);

COMMIT;
