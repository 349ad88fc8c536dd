-- current
CREATE TABLE t (id int PRIMARY KEY, v double precision);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v numeric(10,2));

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
-- destroys data: what numeric(10,2) cannot hold of column t.v
-- careful: values are rounded or cut to numeric(10,2)
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE numeric(10,2);
