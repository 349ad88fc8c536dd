-- current
CREATE TABLE t (v int);

-- desired
CREATE TABLE t (v int NOT NULL);

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if rows of table t have no v
ALTER TABLE t ALTER COLUMN v SET NOT NULL;
