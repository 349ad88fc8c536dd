-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int);
ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a NOT VALID;

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int, CONSTRAINT f FOREIGN KEY (a_id) REFERENCES a);

-- plan
-- careful: fails if rows of table b refer to nothing
ALTER TABLE b VALIDATE CONSTRAINT f;
