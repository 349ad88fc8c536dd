-- current
CREATE TABLE t (id integer);
CREATE INDEX t_id ON t (id);
-- desired
CREATE TABLE t (id integer);
CREATE INDEX t_id ON t (id);
CLUSTER VERBOSE t USING t_id;

-- plan
ALTER TABLE t CLUSTER ON t_id;
