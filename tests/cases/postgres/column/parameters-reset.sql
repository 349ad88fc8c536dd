-- current
CREATE TABLE t (v text);
ALTER TABLE t ALTER COLUMN v SET (n_distinct = 5, n_distinct_inherited = 3);

-- desired
CREATE TABLE t (v text);
ALTER TABLE t ALTER COLUMN v SET (n_distinct = 6);

-- plan
ALTER TABLE t
    ALTER COLUMN v SET (n_distinct = 6),
    ALTER COLUMN v RESET (n_distinct_inherited);
