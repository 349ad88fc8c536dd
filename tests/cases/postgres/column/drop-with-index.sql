-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text UNIQUE);
CREATE INDEX t_a_idx ON t (a);

-- desired
CREATE TABLE t (id int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1, 1, 'x');

-- plan
