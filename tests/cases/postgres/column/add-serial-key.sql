-- current
CREATE TABLE t (name text);

-- desired
CREATE TABLE t (name text, id bigserial PRIMARY KEY);

-- rows
INSERT INTO t VALUES ('a'), ('b');

-- plan
-- careful: fails if rows of table t are NULL or equal in the key
-- rewrites table t
ALTER TABLE t
    ADD COLUMN id bigserial,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);
