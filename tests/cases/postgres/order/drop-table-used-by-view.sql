-- current
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE VIEW v AS SELECT 1 AS a;

-- plan
BEGIN;

CREATE OR REPLACE VIEW v AS
SELECT 1 AS a;

-- destroys data: all rows of table t
DROP TABLE t;

COMMIT;
