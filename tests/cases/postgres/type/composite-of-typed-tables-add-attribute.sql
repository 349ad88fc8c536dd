-- current
CREATE TYPE person AS (name text, age int);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE more OF person;
CREATE VIEW w AS SELECT name FROM people;
-- rows
INSERT INTO people VALUES ('a', 3);
-- desired
CREATE TYPE person AS (name text, age int, email text);
CREATE TABLE people OF person (PRIMARY KEY (name));
CREATE TABLE more OF person;
CREATE VIEW w AS SELECT name FROM people;

-- plan
BEGIN;

ALTER TABLE more NOT OF;

ALTER TABLE people NOT OF;

ALTER TYPE person ADD ATTRIBUTE email text;

ALTER TABLE more ADD COLUMN email text;

ALTER TABLE people ADD COLUMN email text;

ALTER TABLE more OF person;

ALTER TABLE people OF person;

COMMIT;
