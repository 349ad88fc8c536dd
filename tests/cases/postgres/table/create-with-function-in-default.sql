-- current


-- desired
CREATE FUNCTION next_code() RETURNS text LANGUAGE sql AS $$SELECT 'c'$$;
CREATE TABLE a (code text DEFAULT next_code());

-- plan
BEGIN;

CREATE FUNCTION next_code() RETURNS text
    LANGUAGE sql
    AS $$SELECT 'c'$$;

CREATE TABLE a (
    code text DEFAULT next_code()
);

COMMIT;
