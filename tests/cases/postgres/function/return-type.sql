-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired
CREATE FUNCTION f(a int) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- plan
BEGIN;

DROP FUNCTION f(integer);

CREATE FUNCTION f(a integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

COMMIT;
