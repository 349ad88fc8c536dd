-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON INDEX t_pkey IS 'the key''s index';

-- plan
COMMENT ON INDEX t_pkey IS 'the key''s index';
