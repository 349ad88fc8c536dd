-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE POLICY p ON t USING (true);

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE POLICY p ON t USING (true);
COMMENT ON POLICY p ON t IS 'p';

-- plan
COMMENT ON POLICY p ON t IS 'p';
