-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int, a_id int REFERENCES a);

-- desired
CREATE TABLE b (id int, a_id int);

-- plan
BEGIN;

ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

-- destroys data: all rows of table a
DROP TABLE a;

COMMIT;
