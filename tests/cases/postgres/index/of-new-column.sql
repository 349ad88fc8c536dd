-- current
CREATE TABLE t (a int);

-- desired
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (b);

-- plan
BEGIN;

ALTER TABLE t ADD COLUMN b integer;

CREATE INDEX i ON t (b);

COMMIT;
