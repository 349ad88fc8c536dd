-- current
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));

-- desired
CREATE TABLE t (a int);

-- plan
BEGIN;

ALTER TABLE t ALTER COLUMN a DROP DEFAULT;

-- destroys data: the current value of sequence s
DROP SEQUENCE s;

COMMIT;
