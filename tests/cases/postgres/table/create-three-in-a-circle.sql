-- current


-- desired
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a);
CREATE TABLE c (id int PRIMARY KEY, x int REFERENCES b);
ALTER TABLE a ADD FOREIGN KEY (x) REFERENCES c;

-- plan
