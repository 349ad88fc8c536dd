-- current
CREATE TABLE t (r int4range);

-- desired
CREATE TABLE t (r int4range, EXCLUDE USING gist (r WITH &&) WHERE (NOT isempty(r)));

-- plan
