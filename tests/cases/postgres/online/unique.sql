-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int, b int, UNIQUE (a) INCLUDE (b) WITH (fillfactor = 70), CONSTRAINT d UNIQUE (b) DEFERRABLE);

-- rows
INSERT INTO t VALUES (1, 2);

-- options
online

-- plan
