-- current
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT b FROM t;

-- desired
CREATE TABLE t (a bigint, b text);
CREATE VIEW v AS SELECT b FROM t;

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;
