-- current
CREATE TABLE t (a int UNIQUE, b int, CONSTRAINT u UNIQUE (a, b));

-- desired
CREATE TABLE t (a int, b int);

-- plan
ALTER TABLE t
    DROP CONSTRAINT t_a_key,
    DROP CONSTRAINT u;
