-- current
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED);
CREATE INDEX i ON t (b);
COMMENT ON COLUMN t.b IS 'twice';

-- desired
CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 3) STORED);
CREATE INDEX i ON t (b);
COMMENT ON COLUMN t.b IS 'twice';

-- rows
INSERT INTO t VALUES (1);

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t
    DROP COLUMN b,
    ADD COLUMN b integer GENERATED ALWAYS AS (a * 3) STORED;

COMMENT ON COLUMN t.b IS 'twice';

CREATE INDEX i ON t (b);

COMMIT;
