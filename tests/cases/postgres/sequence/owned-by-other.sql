-- current
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s OWNED BY t.a;

-- desired
CREATE TABLE t (a int, b int);
CREATE SEQUENCE s OWNED BY t.b;

-- plan
ALTER SEQUENCE s OWNED BY t.b;
