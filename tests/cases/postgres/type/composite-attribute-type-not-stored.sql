-- current
CREATE TYPE pair AS (a int, b text);
CREATE FUNCTION f(p pair) RETURNS int LANGUAGE sql AS $$SELECT 1$$;

-- desired
CREATE TYPE pair AS (a bigint, b text);
CREATE FUNCTION f(p pair) RETURNS int LANGUAGE sql AS $$SELECT 1$$;

-- plan
ALTER TYPE pair ALTER ATTRIBUTE a TYPE bigint;
