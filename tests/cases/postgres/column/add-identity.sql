-- current
CREATE TABLE t (name text);

-- desired
CREATE TABLE t (name text, id bigint GENERATED ALWAYS AS IDENTITY);

-- rows
INSERT INTO t VALUES ('a'), ('b');

-- plan
