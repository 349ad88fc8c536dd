-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) WHERE a > 0;

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) WHERE a > 1;

-- plan
BEGIN;

DROP INDEX i;

CREATE INDEX i ON t (a) WHERE a > 1;

COMMIT;
