-- current
CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL);

-- desired
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
