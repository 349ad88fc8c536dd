-- current


-- desired
SET check_function_bodies = false;
CREATE FUNCTION a(int) RETURNS int LANGUAGE sql AS 'SELECT b($1)';
CREATE FUNCTION b(int) RETURNS int LANGUAGE sql AS 'SELECT a($1)';

-- plan
BEGIN;

SET LOCAL check_function_bodies = false;

CREATE FUNCTION a(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT b($1)$$;

CREATE FUNCTION b(integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT a($1)$$;

COMMIT;
