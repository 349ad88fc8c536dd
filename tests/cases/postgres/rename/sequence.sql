-- current
CREATE SEQUENCE s;
CREATE TABLE t (a int DEFAULT nextval('s'));

-- desired
-- @renamed from=s
CREATE SEQUENCE q;
CREATE TABLE t (a int DEFAULT nextval('q'));

-- plan
ALTER SEQUENCE s RENAME TO q;
