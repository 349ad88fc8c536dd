-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t USING (a > 0);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t USING (a > 0) WITH CHECK (a > 1);

-- plan
-- careful: rows become visible or invisible to others
ALTER POLICY p ON t WITH CHECK (a > 1);
