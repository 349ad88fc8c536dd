-- current
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (b);

-- desired
CREATE TABLE t (a int, c int);
CREATE INDEX i ON t (c);

-- plan
