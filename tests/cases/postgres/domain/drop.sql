-- current
CREATE DOMAIN email AS text;
CREATE TABLE t (e email);

-- desired
CREATE TABLE t (e text);

-- rows
INSERT INTO t VALUES ('a@b');

-- plan
BEGIN;

-- rewrites table t
ALTER TABLE t ALTER COLUMN e TYPE text;

DROP DOMAIN email;

COMMIT;
