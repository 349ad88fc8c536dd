-- current
CREATE EXTENSION hstore;
CREATE TABLE t (h hstore, x int);

-- desired
CREATE TABLE t (x int);

-- plan
