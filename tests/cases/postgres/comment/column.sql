-- current
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));

-- desired
CREATE TABLE t (a integer PRIMARY KEY, b text CONSTRAINT b_short CHECK (length(b) < 10));
COMMENT ON COLUMN t.a IS 'key';
COMMENT ON COLUMN public.t.b IS 'text';

-- plan
BEGIN;

COMMENT ON COLUMN t.a IS 'key';

COMMENT ON COLUMN t.b IS 'text';

COMMIT;
