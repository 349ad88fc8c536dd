-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int, b int, total int GENERATED ALWAYS AS (a + b) STORED);

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
