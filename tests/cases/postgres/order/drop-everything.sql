-- current
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$SELECT 'a'::mood$$;
CREATE TABLE t (m mood DEFAULT f(), id serial PRIMARY KEY);
CREATE TABLE u (t_id int REFERENCES t);
CREATE VIEW v AS SELECT m FROM t JOIN u ON t.id = u.t_id;

-- desired

-- plan
BEGIN;

-- careful: the definition of view v is lost if it is nowhere else
DROP VIEW v;

-- destroys data: all rows of table u
DROP TABLE u;

-- destroys data: all rows of table t; the current value of sequence t_id_seq
DROP TABLE t;

-- careful: the definition of function f() is lost if it is nowhere else
DROP FUNCTION f();

DROP TYPE mood;

COMMIT;
