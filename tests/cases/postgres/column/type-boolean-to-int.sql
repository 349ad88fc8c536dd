-- current
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int);

-- rows
INSERT INTO t VALUES (1, true), (2, false);

-- plan
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE integer USING v::integer;
