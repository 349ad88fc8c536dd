-- current
CREATE TABLE t (id int PRIMARY KEY, v int DEFAULT 1);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v bigint DEFAULT 1);

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE bigint;
