-- current
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));

-- desired
-- @renamed from=s
CREATE SEQUENCE q;
CREATE TABLE t (a int DEFAULT nextval('q'));

-- plan
-- warning: whether default of column t.a has changed cannot be told: relation s is not known here; it is taken to have

BEGIN;

ALTER SEQUENCE s RENAME TO q;

ALTER TABLE t ALTER COLUMN a SET DEFAULT nextval('q');

COMMIT;
