-- current
CREATE TABLE t (id int PRIMARY KEY, v int);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int[]);

-- rows
INSERT INTO t VALUES (1, null), (2, null);

-- plan
-- careful: PostgreSQL has no cast from integer to integer[]: check the USING expression
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE integer[] USING v::text::integer[];
