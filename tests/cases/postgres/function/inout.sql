-- current
CREATE FUNCTION f(INOUT a int) LANGUAGE sql AS $$SELECT a$$;

-- desired
CREATE FUNCTION f(INOUT a int) LANGUAGE sql AS $$SELECT a + 1$$;

-- plan
CREATE OR REPLACE FUNCTION f(INOUT a integer)
    LANGUAGE sql
    AS $$SELECT a + 1$$;
