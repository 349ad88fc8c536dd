-- The index is there already: it becomes the constraint's. The other way round a new one is built first.
-- options
online
-- current
CREATE TABLE t (a integer, b integer, CONSTRAINT t_b UNIQUE (b));
CREATE UNIQUE INDEX t_a ON t (a);
-- rows
INSERT INTO t VALUES (1, 1), (2, 2);
-- desired
CREATE TABLE t (a integer, b integer, CONSTRAINT t_a UNIQUE (a));
CREATE UNIQUE INDEX t_b ON t (b);

-- plan
ALTER TABLE t ADD CONSTRAINT t_a UNIQUE USING INDEX t_a;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_b_new ON t (b);

BEGIN;

ALTER TABLE t DROP CONSTRAINT t_b;

ALTER INDEX t_b_new RENAME TO t_b;

COMMIT;
