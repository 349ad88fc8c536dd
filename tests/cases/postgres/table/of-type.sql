-- current
CREATE TYPE person AS (id int, name text);
CREATE TABLE people (id int, name text);

-- desired
CREATE TYPE person AS (id int, name text);
CREATE TABLE people OF person;

-- plan
ALTER TABLE people OF person;
