-- What has the name now steps aside first, whatever it is.
-- current
CREATE TABLE people (id integer PRIMARY KEY, name text);
CREATE VIEW users AS SELECT id, name FROM people;
CREATE VIEW named AS SELECT id FROM users WHERE name IS NOT NULL;
CREATE TABLE d (i integer);
CREATE INDEX b ON people (name);
-- desired
-- @renamed from=people
CREATE TABLE users (id integer PRIMARY KEY, name text);
CREATE VIEW named AS SELECT id FROM users WHERE name IS NOT NULL;
-- @renamed from=d
CREATE TABLE b (i integer);
-- rows
INSERT INTO people VALUES (1, 'one');
INSERT INTO d VALUES (1);

-- plan
BEGIN;

-- careful: whoever still says users gets an error
ALTER VIEW users RENAME TO users_old;

ALTER INDEX b RENAME TO b_old;

-- careful: whoever still says d gets an error
ALTER TABLE d RENAME TO b;

-- careful: whoever still says people gets an error
ALTER TABLE people RENAME TO users;

ALTER TABLE users RENAME CONSTRAINT people_pkey TO users_pkey;

CREATE OR REPLACE VIEW named AS
SELECT id FROM users WHERE name IS NOT NULL;

-- careful: the definition of view users_old is lost if it is nowhere else
DROP VIEW users_old;

DROP INDEX b_old;

COMMIT;
