-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int NOT NULL, b int NOT NULL);

-- rows
INSERT INTO t VALUES (1, 2);

-- options
online

-- plan
BEGIN;

ALTER TABLE t ADD CONSTRAINT t_a_is_not_null CHECK (a IS NOT NULL) NOT VALID;

ALTER TABLE t ADD CONSTRAINT t_b_is_not_null CHECK (b IS NOT NULL) NOT VALID;

COMMIT;

-- careful: fails if rows of table t have no a
ALTER TABLE t VALIDATE CONSTRAINT t_a_is_not_null;

-- careful: fails if rows of table t have no b
ALTER TABLE t VALIDATE CONSTRAINT t_b_is_not_null;

BEGIN;

ALTER TABLE t ALTER COLUMN a SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_a_is_not_null;

ALTER TABLE t ALTER COLUMN b SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_b_is_not_null;

COMMIT;
