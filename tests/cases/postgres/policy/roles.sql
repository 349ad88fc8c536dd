-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t TO pg_monitor USING (a > 0);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t TO public USING (a > 0);

-- plan
-- careful: rows become visible or invisible to others
ALTER POLICY p ON t TO PUBLIC;
