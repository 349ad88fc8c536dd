-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON COLUMN v.a IS 'the a';
GRANT SELECT ON v TO pg_monitor;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a bigint, b text);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON COLUMN v.a IS 'the a';
GRANT SELECT ON v TO pg_monitor;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW v;

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE VIEW v AS
SELECT id, a FROM t;

COMMENT ON COLUMN v.a IS 'the a';

GRANT SELECT ON TABLE v TO pg_monitor;

COMMIT;
