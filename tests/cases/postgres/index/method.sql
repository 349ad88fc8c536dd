-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (b);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t USING hash (b);

-- plan
BEGIN;

DROP INDEX i;

CREATE INDEX i ON t USING hash (b);

COMMIT;
