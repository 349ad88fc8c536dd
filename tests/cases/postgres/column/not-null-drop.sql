-- current
CREATE TABLE t (v int NOT NULL);

-- desired
CREATE TABLE t (v int);

-- rows
INSERT INTO t VALUES (1);

-- plan
ALTER TABLE t ALTER COLUMN v DROP NOT NULL;
