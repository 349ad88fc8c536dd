-- current


-- desired
SET check_function_bodies = false;
CREATE FUNCTION next_a() RETURNS int LANGUAGE sql AS $$SELECT max(a) + 1 FROM t$$;
CREATE TABLE t (a int DEFAULT next_a());

-- plan
BEGIN;

CREATE TABLE t (
    a integer
);

CREATE FUNCTION next_a() RETURNS integer
    LANGUAGE sql
    AS $$SELECT max(a) + 1 FROM t$$;

ALTER TABLE t ALTER COLUMN a SET DEFAULT next_a();

COMMIT;
