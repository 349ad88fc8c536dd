-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- rows
INSERT INTO t VALUES (1, 0), (2, 1);

-- plan
-- destroys data: what boolean cannot hold of column t.v
-- careful: values are rounded or cut to boolean
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE boolean USING v::boolean;
