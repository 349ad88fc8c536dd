-- current
CREATE TABLE t (v int);

-- desired
CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (v int DEFAULT f());

-- plan
