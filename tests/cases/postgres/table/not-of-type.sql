-- current
CREATE TYPE person AS (id int, name text);
CREATE TABLE people OF person;

-- desired
CREATE TYPE person AS (id int, name text);
CREATE TABLE people (id int, name text);

-- plan
ALTER TABLE people NOT OF;
