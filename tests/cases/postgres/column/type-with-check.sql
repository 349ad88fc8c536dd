-- current
CREATE TABLE t (v varchar(10), CHECK (v IN ('a', 'b')));

-- desired
CREATE TABLE t (v text, CHECK (v IN ('a', 'b')));

-- rows
INSERT INTO t VALUES ('a');

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t
    DROP CONSTRAINT t_v_check,
    ALTER COLUMN v TYPE text,
    ADD CONSTRAINT t_v_check CHECK (v IN ('a', 'b'));
