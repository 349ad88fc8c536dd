-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE a = x; END;
CREATE FUNCTION g(x int) RETURNS int RETURN x + 1;

-- needs
version 14

-- plan
BEGIN;

CREATE FUNCTION f(x integer) RETURNS bigint
    LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM t WHERE a = x; END;

CREATE FUNCTION g(x integer) RETURNS integer
    LANGUAGE sql
    RETURN x + 1;

COMMIT;
