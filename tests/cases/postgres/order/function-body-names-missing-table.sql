-- current


-- desired
CREATE TABLE app (id int);
SET check_function_bodies = false;
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM nowhere';

-- plan
BEGIN;

SET LOCAL check_function_bodies = false;

CREATE TABLE app (
    id integer
);

CREATE FUNCTION f() RETURNS bigint
    LANGUAGE sql
    AS $$SELECT count(*) FROM nowhere$$;

COMMIT;
