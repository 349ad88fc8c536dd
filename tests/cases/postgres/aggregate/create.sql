-- current
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;

-- desired
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int, INITCOND = '0');
COMMENT ON AGGREGATE total(int) IS 'sum';

-- plan
BEGIN;

CREATE AGGREGATE public.total(integer) (
    SFUNC = public.s,
    STYPE = integer,
    INITCOND = '0'
);

COMMENT ON AGGREGATE total(integer) IS 'sum';

COMMIT;
