-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE PROCEDURE p(x int) LANGUAGE sql BEGIN ATOMIC INSERT INTO t (id) VALUES (x); DELETE FROM t WHERE a = x; END;

-- needs
version 14

-- plan
CREATE PROCEDURE p(x integer)
    LANGUAGE sql
    BEGIN ATOMIC INSERT INTO t (id) VALUES (x); DELETE FROM t WHERE a = x; END;
