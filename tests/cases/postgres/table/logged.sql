-- current
CREATE UNLOGGED TABLE a (id text);

-- desired
CREATE TABLE a (id int);

-- rows
INSERT INTO a VALUES (1);

-- plan
BEGIN;

-- rewrites table a
ALTER TABLE a SET LOGGED;

-- careful: fails if a value does not fit integer
-- rewrites table a
ALTER TABLE a ALTER COLUMN id TYPE integer USING id::integer;

COMMIT;
