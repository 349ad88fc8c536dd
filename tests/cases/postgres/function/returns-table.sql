-- current
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$SELECT 1, 'x'$$;

-- desired
CREATE FUNCTION f() RETURNS TABLE (a int, c text) LANGUAGE sql AS $$SELECT 1, 'x'$$;

-- plan
BEGIN;

DROP FUNCTION f();

CREATE FUNCTION f() RETURNS TABLE (a integer, c text)
    LANGUAGE sql
    AS $$SELECT 1, 'x'$$;

COMMIT;
