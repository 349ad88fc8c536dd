-- current
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;

-- desired
CREATE TABLE t (a int, CONSTRAINT c CHECK (a > 0));

-- rows
INSERT INTO t VALUES (5);

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t VALIDATE CONSTRAINT c;
