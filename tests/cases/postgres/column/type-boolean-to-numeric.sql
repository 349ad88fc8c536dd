-- current
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v numeric);

-- rows
INSERT INTO t VALUES (1, null), (2, null);

-- plan
-- careful: PostgreSQL has no cast from boolean to numeric: check the USING expression
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE numeric USING v::text::numeric;
