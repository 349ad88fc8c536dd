-- current
CREATE TYPE inner_pair AS (x int, y numeric(10,2));
CREATE TYPE outer_pair AS (name text COLLATE "C", p inner_pair[]);

-- desired

-- plan
BEGIN;

DROP TYPE outer_pair;

DROP TYPE inner_pair;

COMMIT;
