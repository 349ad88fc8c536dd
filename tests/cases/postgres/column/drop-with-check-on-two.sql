-- current
CREATE TABLE t (id int, a int, b int, CHECK (a < b));

-- desired
CREATE TABLE t (id int, b int);

-- plan
-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;
