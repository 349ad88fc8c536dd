-- current
CREATE TABLE t (id int PRIMARY KEY, v text);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v date);

-- rows
INSERT INTO t VALUES (1, '2020-01-01'), (2, null);

-- plan
