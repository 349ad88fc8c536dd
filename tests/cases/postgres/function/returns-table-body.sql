-- current
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$SELECT 1, 'x'$$;

-- desired
CREATE FUNCTION f() RETURNS TABLE (a int, b text) LANGUAGE sql AS $$SELECT 2, 'y'$$;

-- plan
CREATE OR REPLACE FUNCTION f() RETURNS TABLE (a integer, b text)
    LANGUAGE sql
    AS $$SELECT 2, 'y'$$;
