-- current
CREATE TABLE t (v int DEFAULT 5);

-- desired
CREATE TABLE t (v int DEFAULT 6);

-- plan
ALTER TABLE t ALTER COLUMN v SET DEFAULT 6;
