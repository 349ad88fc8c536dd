-- current
CREATE TYPE pair AS (x integer, y integer);
CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT ($1).x || ',' || ($1).y$$;

-- desired
CREATE TYPE pair AS (x integer, y integer);
CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT ($1).x || ',' || ($1).y$$;
CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS ASSIGNMENT;
COMMENT ON CAST (pair AS text) IS 'as x,y';

-- plan
BEGIN;

CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS ASSIGNMENT;

COMMENT ON CAST (pair AS text) IS 'as x,y';

COMMIT;
