-- current
CREATE UNLOGGED TABLE a (id text);

-- desired
CREATE TABLE a (id int);

-- rows
INSERT INTO a VALUES (1);

-- plan
-- careful: fails if a value does not fit integer
-- rewrites table a
ALTER TABLE a
    SET LOGGED,
    ALTER COLUMN id TYPE integer USING id::integer;
