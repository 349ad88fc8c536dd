-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (b int NOT NULL);

-- rows
INSERT INTO t VALUES (1);

-- options
rename t.a=b

-- plan
