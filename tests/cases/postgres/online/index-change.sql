-- current
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'x';

-- desired
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a, b);
COMMENT ON INDEX i IS 'x';

-- options
online

-- plan
-- careful: if it fails, an invalid index stays that has to be dropped
CREATE INDEX CONCURRENTLY i_new ON t (a, b);

BEGIN;

ALTER INDEX i RENAME TO i_old;

ALTER INDEX i_new RENAME TO i;

COMMENT ON INDEX i IS 'x';

COMMIT;

DROP INDEX CONCURRENTLY i_old;
