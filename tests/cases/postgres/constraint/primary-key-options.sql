-- current
CREATE TABLE t (id int, v int, PRIMARY KEY (id));

-- desired
CREATE TABLE t (id int, v int, PRIMARY KEY (id) INCLUDE (v) WITH (fillfactor = 70) DEFERRABLE);

-- plan
-- careful: fails if rows of table t are NULL or equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (id) INCLUDE (v) WITH (fillfactor = 70) DEFERRABLE;
