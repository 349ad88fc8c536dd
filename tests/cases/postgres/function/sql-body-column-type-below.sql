-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE a = x; END;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a bigint, b text);
CREATE FUNCTION f(x int) RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM t WHERE a = x; END;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- needs
version 14

-- plan
BEGIN;

DROP FUNCTION f(integer);

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE FUNCTION f(x integer) RETURNS bigint
    LANGUAGE sql
    BEGIN ATOMIC SELECT count(*) FROM t WHERE a = x; END;

COMMIT;
