-- What goes and guarded rows goes no sooner than what comes to guard them.
-- options
online
-- current
CREATE TABLE t (a integer, b integer, CONSTRAINT t_one UNIQUE (a));
CREATE UNIQUE INDEX t_two ON t (b);
-- rows
INSERT INTO t VALUES (1, 1), (2, 2);
-- desired
CREATE TABLE t (a integer, b integer, c integer, CONSTRAINT t_three UNIQUE (a, b));
CREATE UNIQUE INDEX t_four ON t (b, c);

-- plan
ALTER TABLE t ADD COLUMN c integer;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_three ON t (a, b);

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_four ON t (b, c);

ALTER TABLE t
    DROP CONSTRAINT t_one,
    ADD CONSTRAINT t_three UNIQUE USING INDEX t_three;

DROP INDEX CONCURRENTLY t_two;
