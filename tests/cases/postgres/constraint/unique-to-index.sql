-- current
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));

-- desired
CREATE TABLE t (a int);
CREATE UNIQUE INDEX u ON t (a);

-- plan
