-- current
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) WITH (fillfactor = 70);

-- desired
CREATE TABLE t (a int, b text, c jsonb, d timestamptz);
CREATE INDEX i ON t (a) WITH (deduplicate_items = off, fillfactor = 90);

-- plan
ALTER INDEX i SET (deduplicate_items = off, fillfactor = 90);
