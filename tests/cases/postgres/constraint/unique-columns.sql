-- current
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a));

-- desired
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (b));

-- plan
