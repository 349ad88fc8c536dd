-- current
CREATE TABLE t (a int UNIQUE);

-- desired
CREATE TABLE t (a int UNIQUE DEFERRABLE INITIALLY DEFERRED);

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_a_key,
    ADD CONSTRAINT t_a_key UNIQUE (a) DEFERRABLE INITIALLY DEFERRED;
