-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
CREATE RULE r AS ON DELETE TO t DO INSTEAD NOTHING;
COMMENT ON RULE r ON t IS 'r';

-- plan
COMMENT ON RULE r ON t IS 'r';
