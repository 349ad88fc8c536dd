-- current
CREATE TABLE t (a integer, b text);
CREATE VIEW v AS SELECT a, b FROM t;
ALTER VIEW v OWNER TO role_a;
GRANT SELECT ON t TO role_a;

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

ALTER VIEW v OWNER TO role_a;

COMMIT;
