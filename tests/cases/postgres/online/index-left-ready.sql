-- A run that was cut off before the swap left both indexes ready: they are taken as they are.
-- options
online
-- current
CREATE TABLE t (a integer, b integer, CONSTRAINT t_key UNIQUE (a));
CREATE INDEX t_b ON t (b);
CREATE UNIQUE INDEX t_key_new ON t (a, b);
CREATE INDEX t_b_new ON t (b, a);
-- rows
INSERT INTO t VALUES (1, 1), (2, 2);
-- desired
CREATE TABLE t (a integer, b integer, CONSTRAINT t_key UNIQUE (a, b));
CREATE INDEX t_b ON t (b, a);

-- plan
BEGIN;

ALTER TABLE t
    DROP CONSTRAINT t_key,
    ADD CONSTRAINT t_key UNIQUE USING INDEX t_key_new;

ALTER INDEX t_b RENAME TO t_b_old;

ALTER INDEX t_b_new RENAME TO t_b;

COMMIT;

DROP INDEX CONCURRENTLY t_b_old;
