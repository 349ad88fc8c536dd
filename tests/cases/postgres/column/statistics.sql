-- current
CREATE TABLE t (v text);

-- desired
CREATE TABLE t (v text);
ALTER TABLE t ALTER COLUMN v SET STATISTICS 500;

-- plan
