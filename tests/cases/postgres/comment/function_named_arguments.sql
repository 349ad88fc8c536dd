-- current
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';

-- desired
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql AS 'SELECT a';
COMMENT ON FUNCTION f(a int4, IN b text) IS 'f';

-- plan
COMMENT ON FUNCTION f(integer, text) IS 'f';
