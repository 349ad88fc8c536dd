-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);
CREATE UNIQUE INDEX u ON t (a);

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
