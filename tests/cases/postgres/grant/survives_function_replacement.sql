-- current
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';
GRANT EXECUTE ON FUNCTION f TO role_a;
REVOKE ALL ON FUNCTION f FROM PUBLIC;

-- desired
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS bigint LANGUAGE sql AS 'SELECT a';
GRANT EXECUTE ON FUNCTION f TO role_a;
REVOKE ALL ON FUNCTION f FROM PUBLIC;

-- plan
BEGIN;

DROP FUNCTION f(integer, text);

CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS bigint
    LANGUAGE sql
    AS $$SELECT a$$;

REVOKE EXECUTE ON FUNCTION f(integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION f(integer, text) TO role_a;

COMMIT;
