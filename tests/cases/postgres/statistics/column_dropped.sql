-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;

-- desired
CREATE TABLE t (a integer, c text);
CREATE STATISTICS s ON a, c FROM t;

-- plan
BEGIN;

-- destroys data: all values of column t.b
ALTER TABLE t DROP COLUMN b;

CREATE STATISTICS s ON a, c FROM t;

COMMIT;
