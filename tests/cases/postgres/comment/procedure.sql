-- current
CREATE PROCEDURE p(a integer) LANGUAGE sql AS 'SELECT 1';

-- desired
CREATE PROCEDURE p(a integer) LANGUAGE sql AS 'SELECT 1';
COMMENT ON PROCEDURE p IS 'p';

-- plan
COMMENT ON PROCEDURE p(integer) IS 'p';
