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
-- careful: if it fails, an invalid index stays that has to be dropped
CREATE INDEX CONCURRENTLY i ON t (a);

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY u ON t (a);
