-- The one that leaves its name goes first, and no name in between is needed.
-- current
CREATE TABLE a (id integer PRIMARY KEY, x integer);
CREATE TABLE b (id integer PRIMARY KEY, y text);
-- desired
-- @renamed from=a
CREATE TABLE b (id integer PRIMARY KEY, x integer);
-- @renamed from=b
CREATE TABLE c (id integer PRIMARY KEY, y text);
-- rows
INSERT INTO a VALUES (1, 2);
INSERT INTO b VALUES (1, 'one');

-- plan
BEGIN;

-- careful: whoever still says b gets an error
ALTER TABLE b RENAME TO c;

-- careful: whoever still says a gets an error
ALTER TABLE a RENAME TO b;

ALTER TABLE b RENAME CONSTRAINT a_pkey TO b_pkey_renaming;

ALTER TABLE c RENAME CONSTRAINT b_pkey TO c_pkey;

ALTER TABLE b RENAME CONSTRAINT b_pkey_renaming TO b_pkey;

COMMIT;
