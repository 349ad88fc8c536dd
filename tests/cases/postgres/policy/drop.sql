-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE POLICY p ON t USING (a > 0);

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- plan
-- careful: rows become visible or invisible to others
DROP POLICY p ON t;
