-- current
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;
GRANT SELECT ON v TO role_a;
GRANT UPDATE (a) ON v TO role_b;

-- desired
CREATE TABLE t (a bigint, b text);
CREATE VIEW v AS SELECT a, b FROM t;

-- allow
dump
reverse

-- plan
BEGIN;

DROP VIEW v;

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE VIEW v AS
SELECT a, b FROM t;

GRANT UPDATE (a) ON TABLE v TO role_b;

GRANT SELECT ON TABLE v TO role_a;

COMMIT;
