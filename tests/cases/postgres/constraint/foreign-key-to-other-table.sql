-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE c (id int PRIMARY KEY);
CREATE TABLE b (a_id int, CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES c);

-- plan
