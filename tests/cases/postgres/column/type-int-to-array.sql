-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int[]);

-- rows
INSERT INTO t VALUES (1, 5), (2, null);

-- plan
-- careful: fails if a value does not fit integer[]
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE integer[] USING CASE WHEN v IS NOT NULL THEN ARRAY[v]::integer[] END;
