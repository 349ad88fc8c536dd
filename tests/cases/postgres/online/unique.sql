-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int, b int, UNIQUE (a) INCLUDE (b) WITH (fillfactor = 70), CONSTRAINT d UNIQUE (b) DEFERRABLE);

-- rows
INSERT INTO t VALUES (1, 2);

-- options
online

-- plan
-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY d ON t (b);

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_a_b_key ON t (a) INCLUDE (b) WITH (fillfactor = 70);

ALTER TABLE t
    ADD CONSTRAINT d UNIQUE USING INDEX d DEFERRABLE,
    ADD CONSTRAINT t_a_b_key UNIQUE USING INDEX t_a_b_key;
