-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int);
CREATE VIEW v AS SELECT total(a) AS x FROM t;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION s(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS $$SELECT $1 + $2$$;
CREATE AGGREGATE total(int) (SFUNC = s, STYPE = int, INITCOND = '5');
CREATE VIEW v AS SELECT total(a) AS x FROM t;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP VIEW v;

DROP AGGREGATE total(integer);

CREATE AGGREGATE public.total(integer) (
    SFUNC = public.s,
    STYPE = integer,
    INITCOND = '5'
);

CREATE VIEW v AS
SELECT total(a) AS x FROM t;

COMMIT;
