-- current
CREATE PROCEDURE p(a integer) LANGUAGE sql AS 'SELECT 1';

-- desired
CREATE PROCEDURE p(a integer) LANGUAGE sql AS 'SELECT 1';
GRANT EXECUTE ON PROCEDURE p(integer) TO role_a;
REVOKE ALL ON ROUTINE p FROM PUBLIC;

-- options
manage all

-- plan
BEGIN;

REVOKE EXECUTE ON PROCEDURE p(integer) FROM PUBLIC;

GRANT EXECUTE ON PROCEDURE p(integer) TO role_a;

COMMIT;
