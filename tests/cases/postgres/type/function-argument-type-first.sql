-- current


-- desired
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE FUNCTION f(m mood) RETURNS mood LANGUAGE sql AS $$SELECT m$$;

-- plan
BEGIN;

CREATE TYPE mood AS ENUM ('sad', 'ok');

CREATE FUNCTION f(m mood) RETURNS mood
    LANGUAGE sql
    AS $$SELECT m$$;

COMMIT;
