-- current
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);

-- desired
CREATE TABLE t (a int);
-- @renamed from=i
CREATE INDEX j ON t (a);

-- plan
ALTER INDEX i RENAME TO j;
