-- current
CREATE TABLE t (id int PRIMARY KEY, v char(3));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v char(5));

-- rows
INSERT INTO t VALUES (1, 'abc'), (2, null);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE character(5);
