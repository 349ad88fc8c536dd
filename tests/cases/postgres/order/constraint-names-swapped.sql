-- current
CREATE TABLE t (a int, b int, CONSTRAINT x UNIQUE (a), CONSTRAINT y UNIQUE (b));

-- desired
CREATE TABLE t (a int, b int, CONSTRAINT y UNIQUE (a), CONSTRAINT x UNIQUE (b));

-- plan
-- careful: fails if rows of table t are equal in the key
ALTER TABLE t
    DROP CONSTRAINT x,
    ADD CONSTRAINT x UNIQUE (b),
    DROP CONSTRAINT y,
    ADD CONSTRAINT y UNIQUE (a);
