-- current
CREATE DOMAIN d AS int DEFAULT 1 CHECK (value > 0);
CREATE TABLE t (a d, b d[]);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE DOMAIN d AS bigint DEFAULT 1 CHECK (value > 0);
CREATE TABLE t (a d, b d[]);
CREATE VIEW v AS SELECT a FROM t;

-- rows
INSERT INTO t VALUES (1, '{2,3}');

-- plan
BEGIN;

DROP VIEW v;

ALTER DOMAIN d RENAME TO d_old;

CREATE DOMAIN d AS bigint DEFAULT 1
    CONSTRAINT d_check CHECK (value > 0);

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE d USING a::d,
    ALTER COLUMN b TYPE d[] USING b::d[];

DROP DOMAIN d_old;

CREATE VIEW v AS
SELECT a FROM t;

COMMIT;
