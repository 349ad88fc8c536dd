-- current
CREATE TABLE t (id int PRIMARY KEY, v timestamptz);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v date);

-- rows
INSERT INTO t VALUES (1, '2020-01-01'), (2, null);

-- plan
-- destroys data: what date cannot hold of column t.v
-- careful: values are rounded or cut to date
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE date;
