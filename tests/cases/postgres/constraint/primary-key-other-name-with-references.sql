-- current
CREATE TABLE a (id int CONSTRAINT x PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id int CONSTRAINT y PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);

-- plan
BEGIN;

ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

-- careful: fails if rows of table a are NULL or equal in the key
ALTER TABLE a
    DROP CONSTRAINT x,
    ADD CONSTRAINT y PRIMARY KEY (id);

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

COMMIT;
