-- The one that is there is another one, and the old one is just what is wanted: its rows stay, and stand under another name (allow rows).
-- current
CREATE TABLE a (id integer PRIMARY KEY, x integer);
CREATE TABLE b (id integer PRIMARY KEY, y text);
CREATE TABLE c (b integer REFERENCES b, a integer REFERENCES a);
-- desired
-- @renamed from=a
CREATE TABLE b (id integer PRIMARY KEY, x integer);
CREATE TABLE c (b integer, a integer REFERENCES b);
-- rows
INSERT INTO a VALUES (1, 2);
INSERT INTO c VALUES (NULL, 1);

-- allow
rows

-- plan
BEGIN;

-- careful: whoever still says b gets an error
ALTER TABLE b RENAME TO b_old;

-- careful: whoever still says a gets an error
ALTER TABLE a RENAME TO b;

ALTER TABLE c
    DROP CONSTRAINT c_a_fkey,
    DROP CONSTRAINT c_b_fkey;

ALTER TABLE b DROP CONSTRAINT a_pkey;

ALTER TABLE b_old DROP CONSTRAINT b_pkey;

-- careful: fails if rows of table b are NULL or equal in the key
ALTER TABLE b ADD CONSTRAINT b_pkey PRIMARY KEY (id);

-- careful: fails if rows of table c refer to nothing
ALTER TABLE c ADD CONSTRAINT c_a_fkey FOREIGN KEY (a) REFERENCES b (id);

-- destroys data: all rows of table b_old
DROP TABLE b_old;

COMMIT;
