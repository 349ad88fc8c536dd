-- current
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = public SET work_mem = '1MB' AS $$SELECT 1$$;

-- desired
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET enable_seqscan = off SET search_path = '' AS $$SELECT 1$$;

-- plan
CREATE OR REPLACE FUNCTION f() RETURNS integer
    LANGUAGE sql
    SET enable_seqscan TO 'off'
    SET search_path TO ''
    AS $$SELECT 1$$;
