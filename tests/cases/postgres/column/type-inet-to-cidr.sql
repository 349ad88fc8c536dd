-- current
CREATE TABLE t (id int PRIMARY KEY, v cidr);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v inet);

-- rows
INSERT INTO t VALUES (1, '10.0.0.0/8'), (2, null);

-- plan
ALTER TABLE t ALTER COLUMN v TYPE inet;
