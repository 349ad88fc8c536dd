-- current
CREATE TABLE t (id int NOT NULL, a int);

-- desired
CREATE TABLE t (id serial, a int);

-- rows
INSERT INTO t VALUES (7, 1), (9, 2);

-- plan
