-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t USING (a > 0);
COMMENT ON POLICY p ON t IS 'p';

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t AS RESTRICTIVE USING (a > 0);
COMMENT ON POLICY p ON t IS 'p';

-- plan
BEGIN;

-- careful: rows become visible or invisible to others
DROP POLICY p ON t;

CREATE POLICY p ON t AS RESTRICTIVE USING (a > 0);

COMMENT ON POLICY p ON t IS 'p';

COMMIT;
