-- current


-- desired
CREATE TABLE t (a int);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$SELECT count(*) FROM t$$;

-- plan
BEGIN;

CREATE TABLE t (
    a integer
);

CREATE FUNCTION f() RETURNS bigint
    LANGUAGE sql
    AS $$SELECT count(*) FROM t$$;

COMMIT;
