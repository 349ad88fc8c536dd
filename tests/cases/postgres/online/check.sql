-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int CHECK (a > 0));

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
ALTER TABLE t ADD CONSTRAINT t_a_check CHECK (a > 0) NOT VALID;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t VALIDATE CONSTRAINT t_a_check;
