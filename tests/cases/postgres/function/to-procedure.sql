-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired
CREATE PROCEDURE f(a int) LANGUAGE sql AS $$SELECT $1$$;

-- plan
BEGIN;

DROP FUNCTION f(integer);

CREATE PROCEDURE f(a integer)
    LANGUAGE sql
    AS $$SELECT $1$$;

COMMIT;
