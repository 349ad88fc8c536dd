-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- rows
INSERT INTO t VALUES (1, 't'), (2, 'no');

-- plan
-- careful: fails if a value does not fit boolean
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE boolean USING v::boolean;
