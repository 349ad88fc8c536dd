-- current
CREATE TABLE t (id int PRIMARY KEY, v numeric(10,2));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v numeric(12,2));

-- rows
INSERT INTO t VALUES (1, 1.25), (2, 2);

-- plan
ALTER TABLE t ALTER COLUMN v TYPE numeric(12,2);
