-- current
CREATE TABLE t (id int PRIMARY KEY, v interval);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v text);

-- rows
INSERT INTO t VALUES (1, '1 day'), (2, null);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE text;
