-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int);

-- plan
ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;
