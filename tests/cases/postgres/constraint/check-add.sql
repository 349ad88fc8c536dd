-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int CHECK (a > 0), CONSTRAINT small CHECK (a < 10));

-- rows
INSERT INTO t VALUES (1);

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t
    ADD CONSTRAINT small CHECK (a < 10),
    ADD CONSTRAINT t_a_check CHECK (a > 0);
