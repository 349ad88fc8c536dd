-- current
CREATE TABLE t (id serial, a int);

-- desired
CREATE TABLE t (id int NOT NULL, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
