-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'x';

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (b);
COMMENT ON INDEX i IS 'x';

-- plan
BEGIN;

DROP INDEX i;

CREATE INDEX i ON t (b);

COMMENT ON INDEX i IS 'x';

COMMIT;
