-- current
CREATE TABLE t (a int UNIQUE);

-- desired
CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);

-- needs
version 15

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_a_key,
    ADD CONSTRAINT t_a_key UNIQUE NULLS NOT DISTINCT (a);
