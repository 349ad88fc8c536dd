-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE TABLE u (a int);
CREATE INDEX i ON t (a);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE TABLE u (a int);
CREATE INDEX i ON u (a);

-- plan
BEGIN;

DROP INDEX i;

CREATE INDEX i ON u (a);

COMMIT;
