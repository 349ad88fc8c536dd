-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, code text, n integer, CONSTRAINT t_code UNIQUE (code));
-- rows
INSERT INTO t VALUES (1, 'a', 1);
-- desired
CREATE TABLE t (id integer PRIMARY KEY, code text NOT NULL, n integer, CONSTRAINT t_code UNIQUE (code) INCLUDE (n));

-- plan
ALTER TABLE t ADD CONSTRAINT t_code_is_not_null CHECK (code IS NOT NULL) NOT VALID;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_code_new ON t (code) INCLUDE (n);

-- careful: fails if rows of table t have no code
ALTER TABLE t VALIDATE CONSTRAINT t_code_is_not_null;

BEGIN;

ALTER TABLE t DROP CONSTRAINT t_code;

ALTER TABLE t ALTER COLUMN code SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_code_is_not_null;

ALTER TABLE t ADD CONSTRAINT t_code UNIQUE USING INDEX t_code_new;

COMMIT;
