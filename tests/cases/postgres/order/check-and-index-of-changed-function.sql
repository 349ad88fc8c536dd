-- current
CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT $1';
CREATE TABLE t (a int CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));

-- desired
CREATE FUNCTION f(int) RETURNS bigint IMMUTABLE LANGUAGE sql AS 'SELECT $1::bigint';
CREATE TABLE t (a int CHECK (f(a) > 0));
CREATE INDEX i ON t (f(a));

-- rows
INSERT INTO t VALUES (1);

-- plan
