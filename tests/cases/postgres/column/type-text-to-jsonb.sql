-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v jsonb);

-- rows
INSERT INTO t VALUES (1, '{}'), (2, '[1]');

-- plan
-- careful: fails if a value does not fit jsonb
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE jsonb USING v::jsonb;
