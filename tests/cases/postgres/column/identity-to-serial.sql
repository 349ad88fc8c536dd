-- current
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY, a int);

-- desired
CREATE TABLE t (id serial, a int);

-- rows
INSERT INTO t (a) VALUES (1), (2);

-- plan
