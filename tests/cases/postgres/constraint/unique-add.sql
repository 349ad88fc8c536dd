-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int UNIQUE, b int, UNIQUE (a, b));

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    ADD CONSTRAINT t_a_b_key UNIQUE (a, b),
    ADD CONSTRAINT t_a_key UNIQUE (a);
