-- current
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON VIEW v IS 'v';
COMMENT ON COLUMN v.a IS 'a';

-- desired
CREATE TABLE t (a bigint, b text);
CREATE VIEW v AS SELECT a, b FROM t;
COMMENT ON VIEW v IS 'v';
COMMENT ON COLUMN v.a IS 'a';

-- rows
INSERT INTO t VALUES (1, 'x');

-- plan
BEGIN;

DROP VIEW v;

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE VIEW v AS
SELECT a, b FROM t;

COMMENT ON COLUMN v.a IS 'a';

COMMENT ON VIEW v IS 'v';

COMMIT;
