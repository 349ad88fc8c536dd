-- current
CREATE TABLE t (id serial, a int);

-- desired
CREATE TABLE t (a int);

-- plan
-- destroys data: all values of column t.id; the current value of sequence t_id_seq
ALTER TABLE t DROP COLUMN id;
