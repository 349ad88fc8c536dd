-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE INDEX i ON t (b);

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE INDEX i ON t (b);
COMMENT ON INDEX i IS 'by b';

-- plan
COMMENT ON INDEX i IS 'by b';
