-- current
CREATE TABLE a (id int PRIMARY KEY, b_id int);
CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a);
ALTER TABLE a ADD FOREIGN KEY (b_id) REFERENCES b;

-- desired

-- plan
BEGIN;

ALTER TABLE b DROP CONSTRAINT b_a_id_fkey;

-- destroys data: all rows of table a
DROP TABLE a;

-- destroys data: all rows of table b
DROP TABLE b;

COMMIT;
