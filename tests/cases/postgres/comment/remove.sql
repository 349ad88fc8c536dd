-- current
CREATE TABLE t (a int);
COMMENT ON TABLE t IS 'x';
COMMENT ON COLUMN t.a IS 'a';

-- desired
CREATE TABLE t (a int);

-- plan
BEGIN;

COMMENT ON TABLE t IS NULL;

COMMENT ON COLUMN t.a IS NULL;

COMMIT;
