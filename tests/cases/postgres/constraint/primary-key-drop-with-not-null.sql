-- current
CREATE TABLE t (id int PRIMARY KEY);

-- desired
CREATE TABLE t (id int);

-- rows
INSERT INTO t VALUES (1);

-- plan
ALTER TABLE t
    DROP CONSTRAINT t_pkey,
    ALTER COLUMN id DROP NOT NULL;
