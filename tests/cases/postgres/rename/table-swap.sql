-- The rows go with what holds them, to the other name.
-- allow
rows
-- current
CREATE TABLE a (id int PRIMARY KEY, x int);
CREATE TABLE b (id int PRIMARY KEY, x text);
CREATE INDEX a_x_idx ON a (x);
-- rows
INSERT INTO a VALUES (1, 2);
-- desired
-- @renamed from=a
CREATE TABLE b (id int PRIMARY KEY, x int);
-- @renamed from=b
CREATE TABLE a (id int PRIMARY KEY, x text);
CREATE INDEX b_x_idx ON b (x);

-- plan
BEGIN;

-- careful: whoever still says a gets an error
ALTER TABLE a RENAME TO b_renaming;

-- careful: whoever still says b gets an error
ALTER TABLE b RENAME TO a_renaming;

ALTER INDEX a_x_idx RENAME TO b_x_idx;

-- careful: whoever still says b_renaming gets an error
ALTER TABLE b_renaming RENAME TO b;

-- careful: whoever still says a_renaming gets an error
ALTER TABLE a_renaming RENAME TO a;

ALTER TABLE b RENAME CONSTRAINT a_pkey TO b_pkey_renaming;

ALTER TABLE a RENAME CONSTRAINT b_pkey TO a_pkey_renaming;

ALTER TABLE b RENAME CONSTRAINT b_pkey_renaming TO b_pkey;

ALTER TABLE a RENAME CONSTRAINT a_pkey_renaming TO a_pkey;

COMMIT;
