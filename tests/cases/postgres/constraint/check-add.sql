-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int CHECK (a > 0), CONSTRAINT small CHECK (a < 10));

-- rows
INSERT INTO t VALUES (1);

-- plan
