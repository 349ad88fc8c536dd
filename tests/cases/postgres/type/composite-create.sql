-- current


-- desired
CREATE TYPE inner_pair AS (x int, y numeric(10,2));
CREATE TYPE outer_pair AS (name text COLLATE "C", p inner_pair[]);

-- plan
BEGIN;

CREATE TYPE inner_pair AS (x integer, y numeric(10,2));

CREATE TYPE outer_pair AS (name text COLLATE "C", p inner_pair[]);

COMMIT;
