-- A run that was cut off left the check of one column to be validated, and that of the other done.
-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, a integer, b integer, CONSTRAINT t_b_is_not_null CHECK (b IS NOT NULL));
ALTER TABLE t ADD CONSTRAINT t_a_is_not_null CHECK (a IS NOT NULL) NOT VALID;
-- rows
INSERT INTO t VALUES (1, 1, 1);
-- desired
CREATE TABLE t (id integer PRIMARY KEY, a integer NOT NULL, b integer NOT NULL);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN b SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_b_is_not_null;

COMMIT;

-- careful: fails if rows of table t have no a
ALTER TABLE t VALIDATE CONSTRAINT t_a_is_not_null;

BEGIN;

ALTER TABLE t ALTER COLUMN a SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_a_is_not_null;

COMMIT;
