-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a ON DELETE CASCADE);

-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);

-- plan
-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id) ON DELETE CASCADE;
