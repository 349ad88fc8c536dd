-- current
CREATE TABLE t (v text);

-- desired
CREATE TABLE t (v text);
ALTER TABLE t ALTER COLUMN v SET (n_distinct = 5);

-- plan
ALTER TABLE t ALTER COLUMN v SET (n_distinct = 5);
