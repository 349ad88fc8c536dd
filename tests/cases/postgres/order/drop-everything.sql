-- current
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$SELECT 'a'::mood$$;
CREATE TABLE t (m mood DEFAULT f(), id serial PRIMARY KEY);
CREATE TABLE u (t_id int REFERENCES t);
CREATE VIEW v AS SELECT m FROM t JOIN u ON t.id = u.t_id;

-- desired

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: all rows of table u
DROP TABLE u;

-- destroys data: all rows of table t; the current value of sequence t_id_seq
DROP TABLE t;

DROP FUNCTION f();

DROP TYPE mood;

COMMIT;
