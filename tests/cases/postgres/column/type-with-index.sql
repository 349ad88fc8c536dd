-- current
CREATE TABLE t (v varchar(10));
CREATE INDEX i ON t (v);
CREATE INDEX j ON t (lower(v)) WHERE v <> '';

-- desired
CREATE TABLE t (v text);
CREATE INDEX i ON t (v);
CREATE INDEX j ON t (lower(v)) WHERE v <> '';

-- rows
INSERT INTO t VALUES ('a');

-- plan
BEGIN;

DROP INDEX j;

ALTER TABLE t ALTER COLUMN v TYPE text;

CREATE INDEX j ON t (lower(v)) WHERE v <> '';

COMMIT;
