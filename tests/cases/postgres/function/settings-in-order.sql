-- current
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path = a, "B c" SET datestyle TO iso, mdy AS 'SELECT 1';
CREATE FUNCTION g() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- desired
CREATE FUNCTION f() RETURNS int LANGUAGE sql SET search_path TO 'a' SET datestyle = 'ISO, DMY' SET enable_seqscan = off SET timezone TO DEFAULT AS 'SELECT 1';
CREATE FUNCTION g() RETURNS int LANGUAGE sql SET work_mem TO '8MB' SET search_path FROM CURRENT AS 'SELECT 1';

-- plan
BEGIN;

CREATE OR REPLACE FUNCTION f() RETURNS integer
    LANGUAGE sql
    SET search_path TO a
    SET datestyle TO 'ISO, DMY'
    SET enable_seqscan TO 'off'
    AS $$SELECT 1$$;

CREATE OR REPLACE FUNCTION g() RETURNS integer
    LANGUAGE sql
    SET work_mem TO '8MB'
    SET search_path TO "$user", public
    AS $$SELECT 1$$;

COMMIT;
