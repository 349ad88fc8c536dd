-- current
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a FROM t;

-- desired
CREATE TABLE t (
  -- @renamed from=a
  b int);
CREATE VIEW v AS SELECT b AS a FROM t;

-- rows
INSERT INTO t VALUES (1);

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO b;

CREATE OR REPLACE VIEW v AS
SELECT b AS a FROM t;

COMMIT;
