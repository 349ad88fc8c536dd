-- current
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a);
COMMENT ON INDEX i IS 'x';

-- desired
CREATE TABLE t (a int, b int);
CREATE INDEX i ON t (a, b);
COMMENT ON INDEX i IS 'x';

-- options
online

-- plan
