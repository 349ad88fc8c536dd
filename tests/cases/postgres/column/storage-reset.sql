-- current
CREATE TABLE t (v text);
ALTER TABLE t ALTER COLUMN v SET STORAGE EXTERNAL;

-- desired
CREATE TABLE t (v text);

-- plan
