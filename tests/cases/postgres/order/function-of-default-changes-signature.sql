-- current
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT a';
CREATE TABLE t (v int DEFAULT f(1));

-- desired
CREATE FUNCTION f(a bigint) RETURNS int LANGUAGE sql AS 'SELECT a::int';
CREATE TABLE t (v int DEFAULT f(1));

-- plan
