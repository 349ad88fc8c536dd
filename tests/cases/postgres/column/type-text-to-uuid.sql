-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v uuid);

-- rows
INSERT INTO t VALUES (1, '00000000-0000-0000-0000-000000000001'), (2, null);

-- plan
-- careful: fails if a value does not fit uuid
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE uuid USING v::uuid;
