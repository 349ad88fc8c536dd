-- current
CREATE TABLE t (r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&));

-- desired
CREATE TABLE t (r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&) DEFERRABLE);

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t
    DROP CONSTRAINT x,
    ADD CONSTRAINT x EXCLUDE USING gist (r WITH &&) DEFERRABLE;
