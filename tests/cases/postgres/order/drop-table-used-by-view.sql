-- current
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE VIEW v AS SELECT 1 AS a;

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: all rows of table t
DROP TABLE t;

CREATE VIEW v AS
SELECT 1 AS a;

COMMIT;
