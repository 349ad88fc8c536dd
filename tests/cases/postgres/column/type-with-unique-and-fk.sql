-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id bigint PRIMARY KEY);
CREATE TABLE b (a_id bigint REFERENCES a);

-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);

-- plan
BEGIN;

-- rewrites table a
ALTER TABLE a ALTER COLUMN id TYPE bigint;

-- rewrites table b
ALTER TABLE b ALTER COLUMN a_id TYPE bigint;

COMMIT;
