-- current
CREATE TABLE t (v text COLLATE "C");

-- desired
CREATE TABLE t (v text);

-- rows
INSERT INTO t VALUES ('a');

-- plan
ALTER TABLE t ALTER COLUMN v TYPE text;
