-- current
CREATE TABLE t (id int);

-- desired
CREATE TABLE t (id int PRIMARY KEY);

-- rows
INSERT INTO t VALUES (1);

-- plan
