-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) WITH (fillfactor = 70);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a);

-- plan
ALTER INDEX i RESET (fillfactor);
