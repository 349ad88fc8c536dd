-- current
CREATE TABLE t (a integer, b integer, c text);
CREATE STATISTICS s ON a, b FROM t;
COMMENT ON STATISTICS s IS 's';

-- desired
CREATE TABLE t (a integer, b bigint, c text);
CREATE STATISTICS s ON a, b FROM t;
COMMENT ON STATISTICS s IS 's';

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN b TYPE bigint;
