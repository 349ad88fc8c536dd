-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int, a_id int REFERENCES a);

-- desired

-- plan
BEGIN;

-- destroys data: all rows of table b
DROP TABLE b;

-- destroys data: all rows of table a
DROP TABLE a;

COMMIT;
