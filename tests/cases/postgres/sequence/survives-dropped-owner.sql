-- current
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s OWNED BY t.a;

-- desired
CREATE TABLE t (b int);
CREATE SEQUENCE s;

-- plan
BEGIN;

ALTER SEQUENCE s OWNED BY NONE;

-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;

COMMIT;
