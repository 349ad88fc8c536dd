-- current
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a_id int REFERENCES a);

-- desired
CREATE TABLE a (id text PRIMARY KEY);
CREATE TABLE b (a_id text REFERENCES a);

-- rows
INSERT INTO a VALUES (1);
INSERT INTO b VALUES (1);

-- plan
BEGIN;

-- rewrites table b
ALTER TABLE b
    DROP CONSTRAINT b_a_id_fkey,
    ALTER COLUMN a_id TYPE text;

-- rewrites table a
ALTER TABLE a ALTER COLUMN id TYPE text;

-- careful: fails if rows of table b refer to nothing
ALTER TABLE b ADD CONSTRAINT b_a_id_fkey FOREIGN KEY (a_id) REFERENCES a (id);

COMMIT;
