-- current
CREATE TABLE t (id int PRIMARY KEY, v text[]);

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int[]);

-- rows
INSERT INTO t VALUES (1, '{1}'), (2, null);

-- plan
