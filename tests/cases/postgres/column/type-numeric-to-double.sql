-- current
CREATE TABLE t (id int PRIMARY KEY, v numeric);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v double precision);

-- rows
INSERT INTO t VALUES (1, 1), (2, 2);

-- plan
-- destroys data: what double precision cannot hold of column t.v
-- careful: values are rounded or cut to double precision
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE double precision;
