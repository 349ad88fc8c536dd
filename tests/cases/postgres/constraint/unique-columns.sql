-- current
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (a));

-- desired
CREATE TABLE t (a int, b int, CONSTRAINT u UNIQUE (b));

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT u,
    ADD CONSTRAINT u UNIQUE (b);
