-- current


-- desired
CREATE TYPE person AS (id int, name text);
CREATE TABLE people OF person (id WITH OPTIONS PRIMARY KEY, name NOT NULL DEFAULT 'x');

-- plan
