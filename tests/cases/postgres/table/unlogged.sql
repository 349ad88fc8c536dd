-- current
CREATE TABLE a (id int);

-- desired
CREATE UNLOGGED TABLE a (id text);

-- rows
INSERT INTO a VALUES (1);

-- plan
BEGIN;

-- rewrites table a
ALTER TABLE a SET UNLOGGED;

-- rewrites table a
ALTER TABLE a ALTER COLUMN id TYPE text;

COMMIT;
