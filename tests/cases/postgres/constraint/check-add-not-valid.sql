-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int);
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;

-- rows
INSERT INTO t VALUES (-5);

-- plan
ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0) NOT VALID;
