-- current
CREATE TABLE t (a int, b int);

-- desired
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);

-- plan
-- destroys data: all values of column t.b
-- rewrites table t
ALTER TABLE t
    DROP COLUMN b,
    ADD COLUMN b integer GENERATED ALWAYS AS (a * 2) STORED;
