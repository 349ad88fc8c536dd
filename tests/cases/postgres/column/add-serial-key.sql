-- current
CREATE TABLE t (name text);

-- desired
CREATE TABLE t (name text, id bigserial PRIMARY KEY);

-- rows
INSERT INTO t VALUES ('a'), ('b');

-- plan
