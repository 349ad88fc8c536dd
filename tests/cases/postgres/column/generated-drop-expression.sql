-- current
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);

-- desired
CREATE TABLE t (a int, b int);

-- rows
INSERT INTO t VALUES (1);

-- plan
ALTER TABLE t ALTER COLUMN b DROP EXPRESSION;
