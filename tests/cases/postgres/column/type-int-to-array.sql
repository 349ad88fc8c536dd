-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int[]);

-- rows
INSERT INTO t VALUES (1, null), (2, null);

-- plan
