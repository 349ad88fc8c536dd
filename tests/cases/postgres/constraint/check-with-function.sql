-- current
CREATE TABLE t (a int);

-- desired
CREATE FUNCTION ok(int) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 > 0';
CREATE TABLE t (a int CHECK (ok(a)));

-- plan
BEGIN;

CREATE FUNCTION ok(integer) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1 > 0$$;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (ok(a));

COMMIT;
