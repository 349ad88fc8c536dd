-- current
CREATE TABLE b (a_id int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- plan
BEGIN;

CREATE TABLE a (
    id integer PRIMARY KEY
);

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

COMMIT;
