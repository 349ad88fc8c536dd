-- current
CREATE TABLE t (id int PRIMARY KEY, v boolean);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v numeric);

-- rows
INSERT INTO t VALUES (1, null), (2, null);

-- plan
