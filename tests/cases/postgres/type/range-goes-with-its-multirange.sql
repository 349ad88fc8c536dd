-- current
CREATE TYPE tr AS RANGE (SUBTYPE = time, MULTIRANGE_TYPE_NAME = tms);
CREATE TABLE t (id int, r tr, m tms);
-- desired
CREATE TABLE t (id int);

-- needs
version 14

-- plan
BEGIN;

-- destroys data: all values of column t.r; all values of column t.m
ALTER TABLE t
    DROP COLUMN r,
    DROP COLUMN m;

DROP TYPE tr;

COMMIT;
