-- current
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a');

-- desired
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM ('a');
CREATE FUNCTION app.f(m app.mood[], d app.mood DEFAULT 'a') RETURNS app.mood LANGUAGE sql AS $$SELECT d$$;
GRANT EXECUTE ON FUNCTION app.f(app.mood[], app.mood) TO pg_monitor;

-- plan
BEGIN;

CREATE FUNCTION app.f(m app.mood[], d app.mood DEFAULT 'a') RETURNS app.mood
    LANGUAGE sql
    AS $$SELECT d$$;

GRANT EXECUTE ON FUNCTION app.f(app.mood[], app.mood) TO pg_monitor;

COMMIT;
