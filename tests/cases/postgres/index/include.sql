-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) INCLUDE (b);

-- plan
BEGIN;

DROP INDEX i;

CREATE INDEX i ON t (a) INCLUDE (b);

COMMIT;
