-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t USING (a > 0);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a bigint, b text);
CREATE POLICY p ON t USING (a > 0);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

-- careful: rows become visible or invisible to others
DROP POLICY p ON t;

-- rewrites table t
ALTER TABLE t ALTER COLUMN a TYPE bigint;

CREATE POLICY p ON t USING (a > 0);

COMMIT;
