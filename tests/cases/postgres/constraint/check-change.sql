-- current
CREATE TABLE t (a int CHECK (a > 0));

-- desired
CREATE TABLE t (a int CHECK (a > 1));

-- rows
INSERT INTO t VALUES (5);

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t
    DROP CONSTRAINT t_a_check,
    ADD CONSTRAINT t_a_check CHECK (a > 1);
