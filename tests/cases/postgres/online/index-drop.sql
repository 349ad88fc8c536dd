-- current
CREATE TABLE t (a int);
CREATE INDEX i ON t (a);

-- desired
CREATE TABLE t (a int);

-- options
online

-- plan
DROP INDEX CONCURRENTLY i;
