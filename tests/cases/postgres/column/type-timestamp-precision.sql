-- current
CREATE TABLE t (id int PRIMARY KEY, v timestamp(3));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v timestamp(6));

-- rows
INSERT INTO t VALUES (1, '2020-01-01'), (2, null);

-- plan
ALTER TABLE t ALTER COLUMN v TYPE timestamp(6) without time zone;
