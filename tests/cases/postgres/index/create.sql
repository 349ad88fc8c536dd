-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);
CREATE UNIQUE INDEX u ON t (a, b DESC NULLS LAST);
CREATE INDEX ON t (lower(b));

-- rows
INSERT INTO t VALUES (1, 'x');

-- plan
BEGIN;

CREATE INDEX i ON t (a);

CREATE INDEX t_lower_idx ON t (lower(b));

-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX u ON t (a, b DESC NULLS LAST);

COMMIT;
