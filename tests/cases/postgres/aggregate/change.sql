-- current
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int);

-- desired
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int, INITCOND = '5', PARALLEL = SAFE);

-- plan
BEGIN;

DROP AGGREGATE total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = public.s,
    STYPE = integer,
    INITCOND = '5',
    PARALLEL = safe
);

COMMIT;
