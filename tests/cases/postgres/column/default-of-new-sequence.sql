-- current
CREATE TABLE t (v int);

-- desired
CREATE SEQUENCE s;
CREATE TABLE t (v int DEFAULT nextval('s'));

-- plan
