-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int NOT NULL, b int NOT NULL);

-- rows
INSERT INTO t VALUES (1, 2);

-- options
online

-- plan
