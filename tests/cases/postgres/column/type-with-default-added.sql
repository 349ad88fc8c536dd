-- current
CREATE TABLE t (id int PRIMARY KEY, v varchar(10));

-- desired
CREATE TABLE t (id int PRIMARY KEY, v int DEFAULT 7);

-- rows
INSERT INTO t VALUES (1, '1'), (2, '2');

-- plan
