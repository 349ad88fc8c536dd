-- current
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';

-- desired
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';
REVOKE ALL ON FUNCTION f(integer, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION f(integer, text) TO role_a;

-- options
manage all

-- plan
BEGIN;

REVOKE EXECUTE ON FUNCTION f(integer, text) FROM PUBLIC;

GRANT EXECUTE ON FUNCTION f(integer, text) TO role_a;

COMMIT;
