-- current
CREATE TABLE t (a int CHECK (a > 0));

-- desired
CREATE TABLE t (a int);

-- plan
ALTER TABLE t DROP CONSTRAINT t_a_check;
