-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON COLUMN v.id IS 'key';

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE VIEW v AS SELECT id, a FROM t;
COMMENT ON COLUMN v.a IS 'a';

-- plan
BEGIN;

COMMENT ON COLUMN v.a IS 'a';

COMMENT ON COLUMN v.id IS NULL;

COMMIT;
