-- current
CREATE TABLE t (a int);
CREATE UNIQUE INDEX u ON t (a);

-- desired
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));

-- plan
BEGIN;

DROP INDEX u;

-- careful: fails if rows of table t are equal in the key
ALTER TABLE t ADD CONSTRAINT u UNIQUE (a);

COMMIT;
