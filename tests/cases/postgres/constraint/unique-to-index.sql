-- current
CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a));

-- desired
CREATE TABLE t (a int);
CREATE UNIQUE INDEX u ON t (a);

-- plan
BEGIN;

ALTER TABLE t DROP CONSTRAINT u;

-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX u ON t (a);

COMMIT;
