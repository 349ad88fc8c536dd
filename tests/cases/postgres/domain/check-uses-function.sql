-- current


-- desired
CREATE FUNCTION is_good(text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$SELECT $1 <> ''$$;
CREATE DOMAIN d AS text CHECK (is_good(value));

-- plan
BEGIN;

CREATE FUNCTION is_good(text) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1 <> ''$$;

CREATE DOMAIN d AS text
    CONSTRAINT d_check CHECK (is_good(value));

COMMIT;
