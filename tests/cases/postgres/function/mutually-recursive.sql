-- current


-- desired
SET check_function_bodies = false;
CREATE FUNCTION f(n int) RETURNS int LANGUAGE sql AS $$SELECT CASE WHEN n > 0 THEN g(n - 1) END$$;
CREATE FUNCTION g(n int) RETURNS int LANGUAGE sql AS $$SELECT CASE WHEN n > 0 THEN f(n - 1) END$$;

-- plan
BEGIN;

SET LOCAL check_function_bodies = false;

CREATE FUNCTION f(n integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT CASE WHEN n > 0 THEN g(n - 1) END$$;

CREATE FUNCTION g(n integer) RETURNS integer
    LANGUAGE sql
    AS $$SELECT CASE WHEN n > 0 THEN f(n - 1) END$$;

COMMIT;
