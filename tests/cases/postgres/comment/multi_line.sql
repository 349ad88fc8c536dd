-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON TABLE t IS 'one

two \ three';
COMMENT ON COLUMN t.b IS E'tab\there\nnew line';

-- plan
BEGIN;

COMMENT ON TABLE t IS 'one

two \ three';

COMMENT ON COLUMN t.b IS 'tab	here
new line';

COMMIT;
