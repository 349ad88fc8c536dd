-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION g(x int) RETURNS int RETURN x + 1;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION g(x int) RETURNS int RETURN x + 2;

-- needs
version 14

-- plan
CREATE OR REPLACE FUNCTION g(x integer) RETURNS integer
    LANGUAGE sql
    RETURN x + 2;
