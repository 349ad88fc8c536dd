-- current
CREATE TABLE t (v int DEFAULT 5);

-- desired
CREATE TABLE t (v int);

-- plan
ALTER TABLE t ALTER COLUMN v DROP DEFAULT;
