-- current
CREATE TABLE t (a int);
CREATE SEQUENCE s OWNED BY t.a;

-- desired
CREATE TABLE t (a int);
CREATE SEQUENCE s;

-- plan
ALTER SEQUENCE s OWNED BY NONE;
