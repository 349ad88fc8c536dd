-- current
CREATE TABLE t (v text);

-- desired
CREATE TABLE t (v text COLLATE "C");

-- rows
INSERT INTO t VALUES ('a');

-- plan
ALTER TABLE t ALTER COLUMN v TYPE text COLLATE "C";
