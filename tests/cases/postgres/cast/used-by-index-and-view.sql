-- current
CREATE TYPE pt AS (x integer, y integer);
CREATE TABLE t (a integer, b pt);
-- desired
CREATE TYPE pt AS (x integer, y integer);
CREATE TABLE t (a integer, b pt);
CREATE FUNCTION a_txt(pt) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT $1.x || ',' || $1.y $$;
CREATE CAST (pt AS text) WITH FUNCTION a_txt(pt);
CREATE INDEX i ON t ((b::text));
CREATE VIEW a_v AS SELECT b::text AS c FROM t;

-- plan
BEGIN;

CREATE FUNCTION a_txt(pt) RETURNS text
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT $1.x || ',' || $1.y $$;

CREATE CAST (pt AS text) WITH FUNCTION a_txt(pt);

CREATE INDEX i ON t ((b::text));

CREATE VIEW a_v AS
SELECT b::text AS c FROM t;

COMMIT;
