-- current
CREATE DOMAIN a AS int;
CREATE DOMAIN b AS a CHECK (value > 0);
CREATE TABLE t (x a, y b);

-- desired
CREATE DOMAIN a AS bigint;
CREATE DOMAIN b AS a CHECK (value > 0);
CREATE TABLE t (x a, y b);

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
BEGIN;

ALTER DOMAIN a RENAME TO a_old;

ALTER DOMAIN b RENAME TO b_old;

CREATE DOMAIN a AS bigint;

CREATE DOMAIN b AS a
    CONSTRAINT b_check CHECK (value > 0);

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN x TYPE a USING x::a,
    ALTER COLUMN y TYPE b USING y::text::b;

DROP DOMAIN b_old;

DROP DOMAIN a_old;

COMMIT;
