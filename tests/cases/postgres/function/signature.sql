-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired
CREATE FUNCTION f(a bigint) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- plan
BEGIN;

DROP FUNCTION f(integer);

CREATE FUNCTION f(a bigint) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

COMMIT;
