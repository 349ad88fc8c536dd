-- current
CREATE TABLE t (a int, b text DEFAULT 'x', c int);

-- desired
CREATE TABLE t (a bigint NOT NULL, b varchar(5), d date);

-- plan
-- destroys data: all values of column t.c
-- careful: fails if rows of table t have no a
-- careful: fails if a value does not fit character varying(5)
-- rewrites table t
ALTER TABLE t
    ALTER COLUMN a TYPE bigint,
    ALTER COLUMN a SET NOT NULL,
    ALTER COLUMN b DROP DEFAULT,
    ALTER COLUMN b TYPE character varying(5),
    DROP COLUMN c,
    ADD COLUMN d date;
