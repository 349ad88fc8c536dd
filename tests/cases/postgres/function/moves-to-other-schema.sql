-- current
CREATE SCHEMA app;
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired
CREATE SCHEMA app;
CREATE FUNCTION app.f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- plan
BEGIN;

CREATE FUNCTION app.f(a integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1$$;

-- careful: the definition of function f(integer) is lost if it is nowhere else
DROP FUNCTION f(integer);

COMMIT;
