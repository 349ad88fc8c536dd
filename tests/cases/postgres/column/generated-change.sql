-- current
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);

-- desired
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED);

-- rows
INSERT INTO t VALUES (1);

-- plan
