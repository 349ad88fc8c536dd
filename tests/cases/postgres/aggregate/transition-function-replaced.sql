-- current
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int);

-- desired
CREATE FUNCTION s(a int, b int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT a + b + 0$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int);

-- plan
CREATE OR REPLACE FUNCTION s(a integer, b integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT a + b + 0$$;
