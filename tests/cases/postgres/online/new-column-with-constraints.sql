-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE t (x int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE t (x int, a_id int REFERENCES a, b int UNIQUE CHECK (b > 0));

-- rows
INSERT INTO t VALUES (1);

-- options
online

-- plan
ALTER TABLE t
    ADD COLUMN a_id integer,
    ADD COLUMN b integer,
    ADD CONSTRAINT t_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id) NOT VALID,
    ADD CONSTRAINT t_b_check CHECK (b > 0) NOT VALID;

-- careful: if it fails, an invalid index stays that has to be dropped
-- careful: fails if rows of table t are equal in the index's key
CREATE UNIQUE INDEX CONCURRENTLY t_b_key ON t (b);

ALTER TABLE t ADD CONSTRAINT t_b_key UNIQUE USING INDEX t_b_key;

-- careful: fails if rows of table t refer to nothing
ALTER TABLE t VALIDATE CONSTRAINT t_a_id_fkey;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t VALIDATE CONSTRAINT t_b_check;
