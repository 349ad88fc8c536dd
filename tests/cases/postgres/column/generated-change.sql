-- current
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);

-- desired
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED);

-- rows
INSERT INTO t VALUES (1);

-- plan
-- rewrites table t
ALTER TABLE t
    DROP COLUMN b,
    ADD COLUMN b integer GENERATED ALWAYS AS (a * 3) STORED;
