-- current
CREATE TABLE t (id serial, a int);

-- desired
CREATE TABLE t (a int);

-- plan
