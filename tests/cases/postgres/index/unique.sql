-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE UNIQUE INDEX i ON t (a);

-- plan
BEGIN;

DROP INDEX i;

-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX i ON t (a);

COMMIT;
