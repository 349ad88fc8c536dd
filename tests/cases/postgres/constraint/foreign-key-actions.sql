-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a ON DELETE SET NULL ON UPDATE RESTRICT);

-- plan
-- careful: fails if rows of table b refer to nothing
ALTER TABLE b
    DROP CONSTRAINT b_a_id_fkey,
    ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id) ON UPDATE RESTRICT ON DELETE SET NULL;
