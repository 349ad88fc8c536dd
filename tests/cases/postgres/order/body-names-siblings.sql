-- A body in SQL that names a sibling bare is read where a generated column calls it.
-- current
CREATE SCHEMA app;
CREATE TABLE app.searches (search text);
-- desired
CREATE SCHEMA app;
SET search_path = app, public;
CREATE FUNCTION digest(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT $1 || ''x''';
CREATE FUNCTION hash(text) RETURNS text LANGUAGE sql IMMUTABLE AS 'SELECT md5(digest($1))';
CREATE TABLE searches (
    search text,
    hashed text GENERATED ALWAYS AS (hash(search)) STORED
);
-- plan
BEGIN;

SET LOCAL search_path = public, app;

CREATE FUNCTION app.digest(text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT $1 || 'x'$$;

CREATE FUNCTION app.hash(text) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$SELECT md5(digest($1))$$;

-- rewrites table app.searches
ALTER TABLE app.searches ADD COLUMN hashed text GENERATED ALWAYS AS (app.hash(search)) STORED;

COMMIT;
