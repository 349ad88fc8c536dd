-- current
CREATE TYPE pair AS (x integer, y integer);
CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT ($1).x || ',' || ($1).y$$;
CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair);

-- desired
CREATE TYPE pair AS (x integer, y integer);
CREATE FUNCTION pair_text(pair) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT ($1).x || ',' || ($1).y$$;
CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS IMPLICIT;

-- plan
BEGIN;

DROP CAST (pair AS text);

CREATE CAST (pair AS text) WITH FUNCTION pair_text(pair) AS IMPLICIT;

COMMIT;
