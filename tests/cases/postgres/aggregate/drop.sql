-- current
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int);

-- desired
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;

-- plan
-- careful: the definition of aggregate total(integer) is lost if it is nowhere else
DROP AGGREGATE total(integer);
