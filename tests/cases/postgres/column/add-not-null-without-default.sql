-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL);

-- plan
-- careful: fails if table t holds rows: state has no default
ALTER TABLE t ADD COLUMN state text NOT NULL;
