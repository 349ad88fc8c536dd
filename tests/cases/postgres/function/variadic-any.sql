-- current


-- desired
CREATE FUNCTION f(VARIADIC a text[]) RETURNS text LANGUAGE sql AS $$SELECT a[1]$$;
CREATE FUNCTION g(anyelement, anyarray) RETURNS anyelement LANGUAGE sql AS $$SELECT $1$$;

-- plan
BEGIN;

CREATE FUNCTION f(VARIADIC a text[]) RETURNS text
    LANGUAGE sql
    AS $$SELECT a[1]$$;

CREATE FUNCTION g(anyelement, anyarray) RETURNS anyelement
    LANGUAGE sql
    AS $$SELECT $1$$;

COMMIT;
