-- current
CREATE TABLE a (id int);
CREATE TABLE b (a_id int);

-- desired
CREATE TABLE a (id int);
CREATE UNIQUE INDEX u ON a (id);
CREATE TABLE b (a_id int REFERENCES a (id));

-- plan
