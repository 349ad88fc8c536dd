-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
