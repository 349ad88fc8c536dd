-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired

-- plan
DROP FUNCTION f(integer);
