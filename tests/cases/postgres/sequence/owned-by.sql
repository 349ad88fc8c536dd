-- current
CREATE TABLE t (a int);
CREATE SEQUENCE s;

-- desired
CREATE TABLE t (a int);
CREATE SEQUENCE s OWNED BY t.a;

-- plan
ALTER SEQUENCE s OWNED BY t.a;
