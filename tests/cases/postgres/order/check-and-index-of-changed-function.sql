-- current
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE t (a int CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));

-- desired
CREATE FUNCTION f(int) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1::bigint';
CREATE TABLE t (a int CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));

-- rows
INSERT INTO t VALUES (1);

-- plan
BEGIN;

ALTER TABLE t DROP CONSTRAINT t_a_check;

DROP INDEX i;

DROP FUNCTION f(integer);

CREATE FUNCTION f(integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1::bigint$$;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (f(a) > 0);

CREATE INDEX i ON t (f(a));

COMMIT;
