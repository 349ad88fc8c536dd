-- current
CREATE TABLE t (v int);

-- desired
CREATE SEQUENCE s;
CREATE TABLE t (v int DEFAULT nextval('s'));

-- plan
BEGIN;

CREATE SEQUENCE s;

ALTER TABLE t ALTER COLUMN v SET DEFAULT nextval('s');

COMMIT;
