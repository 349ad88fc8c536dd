-- current
CREATE TABLE t (a int, b text);
CREATE VIEW v AS SELECT a, b FROM t;

-- desired
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- plan
BEGIN;

DROP VIEW v;

-- destroys data: all values of column t.b
ALTER TABLE t DROP COLUMN b;

CREATE VIEW v AS
SELECT a FROM t;

COMMIT;
