-- current
CREATE TABLE t (v int);

-- desired
CREATE TABLE t (v int DEFAULT 5);

-- plan
ALTER TABLE t ALTER COLUMN v SET DEFAULT 5;
