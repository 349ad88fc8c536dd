-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v date);

-- rows
INSERT INTO t VALUES (1, '2020-01-01'), (2, null);

-- plan
-- careful: fails if a value does not fit date
-- rewrites table t
ALTER TABLE t ALTER COLUMN v TYPE date USING v::date;
