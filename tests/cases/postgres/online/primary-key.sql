-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
ALTER TABLE t ADD CONSTRAINT t_a_is_not_null CHECK (a IS NOT NULL) NOT VALID;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_pkey ON t (a);

-- careful: fails if rows of table t have no a
ALTER TABLE t VALIDATE CONSTRAINT t_a_is_not_null;

BEGIN;

ALTER TABLE t ALTER COLUMN a SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_a_is_not_null;

ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY USING INDEX t_pkey;

COMMIT;
