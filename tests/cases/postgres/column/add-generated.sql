-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int, b int, total int GENERATED ALWAYS AS (a + b) STORED);

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
-- rewrites table t
ALTER TABLE t ADD COLUMN total integer GENERATED ALWAYS AS (a + b) STORED;
