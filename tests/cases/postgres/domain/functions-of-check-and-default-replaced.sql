-- current
CREATE FUNCTION ok(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(x) > 1 $$;
CREATE FUNCTION gen() RETURNS varchar LANGUAGE sql AS $$ SELECT 'abc'::varchar $$;
CREATE DOMAIN d AS text DEFAULT gen() CONSTRAINT d_ok CHECK (ok(VALUE)) CONSTRAINT d_not CHECK (VALUE <> '');
COMMENT ON CONSTRAINT d_ok ON DOMAIN d IS 'why';
COMMENT ON CONSTRAINT d_not ON DOMAIN d IS 'why not';
COMMENT ON DOMAIN d IS 'gone';
CREATE TABLE t (id int PRIMARY KEY, v d NOT NULL);
CREATE VIEW w AS SELECT v FROM t;
-- rows
INSERT INTO t VALUES (1, 'abcde');
-- desired
CREATE FUNCTION ok(y text, atleast integer DEFAULT 2) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT length(y) >= atleast $$;
CREATE FUNCTION gen() RETURNS text LANGUAGE sql AS $$ SELECT 'abcd'::text $$;
CREATE DOMAIN d AS text DEFAULT gen() CONSTRAINT d_ok CHECK (ok(VALUE)) CONSTRAINT d_not CHECK (VALUE <> 'x');
COMMENT ON CONSTRAINT d_ok ON DOMAIN d IS 'why';
COMMENT ON CONSTRAINT d_not ON DOMAIN d IS 'why not';
CREATE TABLE t (id int PRIMARY KEY, v d NOT NULL);
CREATE VIEW w AS SELECT v FROM t;

-- plan
BEGIN;

COMMENT ON DOMAIN d IS NULL;

ALTER DOMAIN d DROP CONSTRAINT d_not;

ALTER DOMAIN d DROP CONSTRAINT d_ok;

ALTER DOMAIN d DROP DEFAULT;

DROP FUNCTION gen();

CREATE FUNCTION gen() RETURNS text
    LANGUAGE sql
    AS $$ SELECT 'abcd'::text $$;

DROP FUNCTION ok(text);

CREATE FUNCTION ok(y text, atleast integer DEFAULT 2) RETURNS boolean
    LANGUAGE sql IMMUTABLE
    AS $$ SELECT length(y) >= atleast $$;

ALTER DOMAIN d SET DEFAULT gen();

-- careful: fails if a value of type d does not satisfy it
ALTER DOMAIN d ADD CONSTRAINT d_not CHECK (VALUE <> 'x');

-- careful: fails if a value of type d does not satisfy it
ALTER DOMAIN d ADD CONSTRAINT d_ok CHECK (ok(VALUE));

COMMENT ON CONSTRAINT d_not ON DOMAIN d IS 'why not';

COMMENT ON CONSTRAINT d_ok ON DOMAIN d IS 'why';

COMMIT;
