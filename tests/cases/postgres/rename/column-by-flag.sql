-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (b int NOT NULL);

-- rows
INSERT INTO t VALUES (1);

-- options
rename t.a=b

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE t RENAME COLUMN a TO b;

-- careful: fails if rows of table t have no b
ALTER TABLE t ALTER COLUMN b SET NOT NULL;

COMMIT;
