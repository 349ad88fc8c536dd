-- current
CREATE TABLE t (id int PRIMARY KEY, v varchar(10) DEFAULT 'x');

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int);

-- rows
INSERT INTO t VALUES (1, '1'), (2, '2');

-- plan
