-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- rows
INSERT INTO t VALUES (1, 0), (2, 1);

-- plan
