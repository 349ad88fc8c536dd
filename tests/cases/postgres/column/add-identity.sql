-- current
CREATE TABLE t (name text);

-- desired
CREATE TABLE t (name text, id bigint GENERATED ALWAYS AS IDENTITY);

-- rows
INSERT INTO t VALUES ('a'), ('b');

-- plan
-- rewrites table t
ALTER TABLE t ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY;
