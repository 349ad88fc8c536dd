-- current
CREATE TABLE t (id int PRIMARY KEY, v json);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v jsonb);

-- rows
INSERT INTO t VALUES (1, '{}'), (2, '[1]');

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE jsonb;
