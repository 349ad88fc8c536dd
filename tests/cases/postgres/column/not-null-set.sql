-- current
CREATE TABLE t (v int);

-- desired
CREATE TABLE t (v int NOT NULL);

-- rows
INSERT INTO t VALUES (1);

-- plan
