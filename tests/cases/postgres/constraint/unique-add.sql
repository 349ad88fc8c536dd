-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b));

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
