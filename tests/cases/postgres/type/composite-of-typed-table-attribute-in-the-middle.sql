-- current
CREATE TYPE person AS (name text, age int);
CREATE TABLE people OF person (PRIMARY KEY (name));
-- rows
INSERT INTO people VALUES ('a', 3);
-- desired
CREATE TYPE person AS (name text, mid text, age int);
CREATE TABLE people OF person (PRIMARY KEY (name));

-- plan
BEGIN;

CREATE TABLE people_rows AS SELECT * FROM people;

-- rewrites table people
DROP TABLE people;

DROP TYPE person;

CREATE TYPE person AS (name text, mid text, age integer);

-- careful: fails if rows of table people are NULL or equal in the key
CREATE TABLE people OF person (
    name WITH OPTIONS NOT NULL PRIMARY KEY
);

-- careful: all rows are copied into the new table, which takes time and space
-- rewrites table people
INSERT INTO people (name, age)
SELECT name, age
FROM people_rows;

DROP TABLE people_rows;

COMMIT;
