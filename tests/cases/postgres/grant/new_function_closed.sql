-- current

-- desired
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';
REVOKE EXECUTE ON FUNCTION f FROM PUBLIC;

-- allow
reverse

-- plan
BEGIN;

CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer
    LANGUAGE sql
    AS $$SELECT a$$;

REVOKE EXECUTE ON FUNCTION f(integer, text) FROM PUBLIC;

COMMIT;
