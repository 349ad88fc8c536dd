-- current


-- desired
CREATE TYPE mood AS ENUM ('a');
CREATE FUNCTION f() RETURNS mood LANGUAGE sql AS $$SELECT 'a'::mood$$;
CREATE TABLE t (m mood DEFAULT f(), id serial PRIMARY KEY);
CREATE TABLE u (t_id int REFERENCES t);
CREATE VIEW v AS SELECT m FROM t JOIN u ON t.id = u.t_id;

-- plan
BEGIN;

CREATE TYPE mood AS ENUM ('a');

CREATE FUNCTION f() RETURNS mood
    LANGUAGE sql
    AS $$SELECT 'a'::mood$$;

CREATE TABLE t (
    m mood DEFAULT f(),
    id serial PRIMARY KEY
);

CREATE TABLE u (
    t_id integer REFERENCES t (id)
);

CREATE VIEW v AS
SELECT m FROM t JOIN u ON t.id = u.t_id;

COMMIT;
