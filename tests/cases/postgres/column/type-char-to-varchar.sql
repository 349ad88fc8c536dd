-- current
CREATE TABLE t (id int PRIMARY KEY, v char(3));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v varchar(3));

-- rows
INSERT INTO t VALUES (1, 'abc'), (2, null);

-- plan
