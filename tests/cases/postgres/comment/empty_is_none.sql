-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON TABLE t IS 'x';

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON TABLE t IS '';

-- plan
COMMENT ON TABLE t IS NULL;
