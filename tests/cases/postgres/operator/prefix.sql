-- current

-- desired
CREATE SCHEMA app;
CREATE FUNCTION app.negate(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT -a';
CREATE OPERATOR app.@@@ (RIGHTARG = integer, FUNCTION = app.negate);

-- plan
BEGIN;

CREATE SCHEMA app;

CREATE FUNCTION app.negate(a integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$SELECT -a$$;

CREATE OPERATOR app.@@@ (FUNCTION = app.negate, RIGHTARG = integer);

COMMIT;
