-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v bigint);

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE bigint;
