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
