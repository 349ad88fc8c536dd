-- current
CREATE TABLE a (id int);
CREATE TABLE b (a_id int);

-- desired
CREATE TABLE a (id int);
CREATE UNIQUE INDEX u ON a (id);
CREATE TABLE b (a_id int REFERENCES a (id));

-- plan
BEGIN;

-- careful: fails if rows of table a are equal in the index's key
CREATE UNIQUE INDEX u ON a (id);

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

COMMIT;
