-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int CHECK (a > 0));

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
