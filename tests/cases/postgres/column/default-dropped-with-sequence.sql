-- current
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));

-- desired
CREATE TABLE t (a int);

-- plan
