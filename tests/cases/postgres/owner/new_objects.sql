-- current

-- desired
CREATE TABLE t (a integer, b text);
ALTER TABLE t OWNER TO role_a;
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';
ALTER FUNCTION f(integer, text) OWNER TO role_a;

-- allow
reverse

-- plan
BEGIN;

CREATE TABLE t (
    a integer,
    b text
);

ALTER TABLE t OWNER TO role_a;

CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer
    LANGUAGE sql
    AS $$SELECT a$$;

ALTER FUNCTION f(integer, text) OWNER TO role_a;

COMMIT;
