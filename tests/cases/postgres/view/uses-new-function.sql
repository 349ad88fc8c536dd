-- current


-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS $$SELECT $1$$;
CREATE VIEW v AS SELECT f(a) AS x FROM t;

-- plan
BEGIN;

CREATE TABLE t (
    id integer PRIMARY KEY,
    a integer,
    b text
);

CREATE FUNCTION f(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT $1$$;

CREATE VIEW v AS
SELECT f(a) AS x FROM t;

COMMIT;
