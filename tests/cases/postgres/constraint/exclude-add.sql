-- current
CREATE TABLE t (r int4range);

-- desired
CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)));

-- plan
-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT t_r_excl EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r));
