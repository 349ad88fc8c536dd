-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, b text);

-- rows
INSERT INTO t VALUES (1, 1, 'x');

-- plan
-- destroys data: all values of column t.a
ALTER TABLE t DROP COLUMN a;
