-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS $$SELECT * FROM t$$;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int);
CREATE FUNCTION f() RETURNS SETOF t LANGUAGE sql AS $$SELECT * FROM t WHERE a > 0$$;

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

ALTER TABLE t ADD COLUMN c integer;

CREATE OR REPLACE FUNCTION f() RETURNS SETOF t
    LANGUAGE sql
    AS $$SELECT * FROM t WHERE a > 0$$;

COMMIT;
