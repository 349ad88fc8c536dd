-- current
CREATE TABLE t (a int);
CREATE SEQUENCE s;

-- desired
CREATE TABLE t (a int);
CREATE SEQUENCE s OWNED BY t.a;

-- plan
