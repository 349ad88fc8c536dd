-- current


-- desired
CREATE TYPE person AS (id int, name text);
CREATE TABLE people OF person (id WITH OPTIONS PRIMARY KEY, name NOT NULL DEFAULT 'x');

-- plan
BEGIN;

CREATE TYPE person AS (id integer, name text);

CREATE TABLE people OF person (
    id WITH OPTIONS NOT NULL PRIMARY KEY,
    name WITH OPTIONS NOT NULL DEFAULT 'x'
);

COMMIT;
