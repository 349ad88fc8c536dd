-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1$$;

-- desired

-- plan
-- careful: the definition of function f(integer) is lost if it is nowhere else
DROP FUNCTION f(integer);
