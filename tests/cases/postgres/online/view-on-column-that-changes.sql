-- The view is never missing: what has to be read through is read through before it goes.
-- options
online
-- current
CREATE TABLE t (id integer PRIMARY KEY, code varchar(10), n integer);
CREATE VIEW codes AS SELECT id, code FROM t;
-- rows
INSERT INTO t VALUES (1, 'a', 1);
-- desired
CREATE TABLE t (id integer PRIMARY KEY, code varchar(20) NOT NULL, n integer, CONSTRAINT t_n UNIQUE (n));
CREATE VIEW codes AS SELECT id, code FROM t;

-- plan
ALTER TABLE t ADD CONSTRAINT t_code_is_not_null CHECK (code IS NOT NULL) NOT VALID;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n);

-- careful: fails if rows of table t have no code
ALTER TABLE t VALIDATE CONSTRAINT t_code_is_not_null;

BEGIN;

DROP VIEW codes;

ALTER TABLE t ALTER COLUMN code SET NOT NULL;

ALTER TABLE t DROP CONSTRAINT t_code_is_not_null;

ALTER TABLE t
    ALTER COLUMN code TYPE character varying(20),
    ADD CONSTRAINT t_n UNIQUE USING INDEX t_n;

CREATE VIEW codes AS
SELECT id, code FROM t;

COMMIT;
