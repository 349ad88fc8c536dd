-- current
CREATE TABLE t (a int PRIMARY KEY, b int NOT NULL);

-- desired
CREATE TABLE t (a int NOT NULL, b int NOT NULL, PRIMARY KEY (a, b));

-- rows
INSERT INTO t VALUES (1, 2);

-- plan
-- careful: fails if rows of table t are NULL or equal in the key
ALTER TABLE t
    DROP CONSTRAINT t_pkey,
    ADD CONSTRAINT t_pkey PRIMARY KEY (a, b);
