-- The rows go with what holds them, to the other name.
-- allow
rows
-- current
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x int REFERENCES a (id));
CREATE VIEW v AS SELECT a.x FROM a JOIN b USING (id);
-- options
rename a=b
rename table:b=a
-- rows
INSERT INTO a VALUES (1, 2);
-- desired
CREATE TABLE b (id int PRIMARY KEY, x int);
CREATE TABLE a (id int PRIMARY KEY, x int REFERENCES b (id));
CREATE VIEW v AS SELECT b.x FROM b JOIN a USING (id);

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE a RENAME TO b_renaming;

-- careful: whoever still says b gets an error
ALTER TABLE b RENAME TO a_renaming;

-- careful: whoever still says b_renaming gets an error
ALTER TABLE b_renaming RENAME TO b;

-- careful: whoever still says a_renaming gets an error
ALTER TABLE a_renaming RENAME TO a;

ALTER TABLE b RENAME CONSTRAINT a_pkey TO b_pkey_renaming;

ALTER TABLE a RENAME CONSTRAINT b_pkey TO a_pkey_renaming;

ALTER TABLE a RENAME CONSTRAINT b_x_fkey TO a_x_fkey;

ALTER TABLE b RENAME CONSTRAINT b_pkey_renaming TO b_pkey;

ALTER TABLE a RENAME CONSTRAINT a_pkey_renaming TO a_pkey;

COMMIT;
