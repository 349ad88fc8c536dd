-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text UNIQUE);
CREATE INDEX t_a_idx ON t (a);

-- desired
CREATE TABLE t (id int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1, 1, 'x');

-- plan
-- destroys data: all values of column t.a; all values of column t.b
ALTER TABLE t
    DROP COLUMN a,
    DROP COLUMN b;
