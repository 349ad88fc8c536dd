-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, b text);

-- rows
INSERT INTO t VALUES (1, 1, 'x');

-- plan
