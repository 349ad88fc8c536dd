-- current
CREATE TABLE a (id serial PRIMARY KEY);

-- desired

-- plan
-- destroys data: all rows of table a; the current value of sequence a_id_seq
DROP TABLE a;
