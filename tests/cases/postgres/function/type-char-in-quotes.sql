-- "char" is a type of its own and not character(1).
-- current
CREATE TABLE flags (id integer);
-- desired
CREATE TYPE pair AS (kind "char", note text);
CREATE TABLE flags (id integer, kind "char" DEFAULT 'a', kinds "char"[]);
CREATE FUNCTION kind_of("char", k "char"[] DEFAULT '{}') RETURNS "char" LANGUAGE sql AS 'SELECT $1';

-- plan
BEGIN;

CREATE TYPE pair AS (kind "char", note text);

ALTER TABLE flags
    ADD COLUMN kind "char" DEFAULT 'a',
    ADD COLUMN kinds "char"[];

CREATE FUNCTION kind_of("char", k "char"[] DEFAULT '{}') RETURNS "char"
    LANGUAGE sql
    AS $$SELECT $1$$;

COMMIT;
