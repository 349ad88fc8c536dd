-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id int PRIMARY KEY, state text NOT NULL DEFAULT 'new');

-- rows
INSERT INTO t VALUES (1), (2);

-- plan
ALTER TABLE t ADD COLUMN state text NOT NULL DEFAULT 'new';
