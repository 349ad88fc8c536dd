-- current
CREATE TABLE t (id int PRIMARY KEY, v date);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v timestamp);

-- rows
INSERT INTO t VALUES (1, '2020-01-01'), (2, null);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE timestamp without time zone;
