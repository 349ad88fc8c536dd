-- current
CREATE TABLE t (a int CHECK (a > 0));

-- desired
CREATE TABLE t (a int CHECK (a > 1));

-- rows
INSERT INTO t VALUES (5);

-- plan
