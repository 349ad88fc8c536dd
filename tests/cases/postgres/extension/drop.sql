-- current
CREATE EXTENSION hstore;
CREATE TABLE t (h hstore, x int);

-- desired
CREATE TABLE t (x int);

-- plan
BEGIN;

-- destroys data: all values of column t.h
ALTER TABLE t DROP COLUMN h;

-- destroys data: what extension hstore stores
-- careful: everything the extension brought goes with it
DROP EXTENSION hstore;

COMMIT;
