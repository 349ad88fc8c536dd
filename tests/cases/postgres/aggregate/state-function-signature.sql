-- current
CREATE FUNCTION sf(integer, integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE AGGREGATE ag(integer) (SFUNC = sf, STYPE = integer, INITCOND = '0');
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT ag(a) AS s FROM t;
-- desired
CREATE FUNCTION sf(bigint, integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$ SELECT $1 + $2 $$;
CREATE AGGREGATE ag(integer) (SFUNC = sf, STYPE = bigint, INITCOND = '0');
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT ag(a) AS s FROM t;

-- plan
BEGIN;

DROP VIEW v;

DROP AGGREGATE ag(integer);

DROP FUNCTION sf(integer, integer);

CREATE FUNCTION sf(bigint, integer) RETURNS bigint
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT $1 + $2 $$;

CREATE AGGREGATE public.ag(integer) (
    SFUNC = public.sf,
    STYPE = bigint,
    INITCOND = '0'
);

CREATE VIEW v AS
SELECT ag(a) AS s FROM t;

COMMIT;
