-- current
CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy');
CREATE TABLE t (m mood);
CREATE FUNCTION f(m mood) RETURNS text LANGUAGE sql AS $$SELECT m::text$$;
GRANT EXECUTE ON FUNCTION f(mood) TO pg_monitor;

-- desired
CREATE TYPE mood AS ENUM ('ok', 'happy');
CREATE TABLE t (m mood);
CREATE FUNCTION f(m mood) RETURNS text LANGUAGE sql AS $$SELECT m::text$$;
GRANT EXECUTE ON FUNCTION f(mood) TO pg_monitor;

-- rows
INSERT INTO t VALUES ('ok');

-- plan
BEGIN;

DROP FUNCTION f(mood);

ALTER TYPE mood RENAME TO mood_old;

CREATE TYPE mood AS ENUM ('ok', 'happy');

-- careful: fails if column t.m holds 'sad'
-- rewrites table t
ALTER TABLE t ALTER COLUMN m TYPE mood USING m::text::mood;

DROP TYPE mood_old;

CREATE FUNCTION f(m mood) RETURNS text
    LANGUAGE sql
    AS $$SELECT m::text$$;

GRANT EXECUTE ON FUNCTION f(mood) TO pg_monitor;

COMMIT;
