-- current
CREATE TABLE t (r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&));

-- desired
CREATE TABLE t (r int4range, CONSTRAINT x EXCLUDE USING gist (r WITH &&) DEFERRABLE);

-- plan
