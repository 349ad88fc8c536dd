-- current
CREATE TABLE t (id int);

-- desired
CREATE TABLE t (id int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if rows of table t are NULL or equal in the key
ALTER TABLE t ADD CONSTRAINT t_pkey PRIMARY KEY (id);
