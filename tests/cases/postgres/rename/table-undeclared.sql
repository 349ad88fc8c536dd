-- current
CREATE TABLE old (id int, v text);

-- desired
CREATE TABLE new (id int, v text);

-- plan
-- note: table old goes and table new comes: perhaps a rename
--   help: if it is one, say --rename old=new, or write -- @renamed from=old above it

BEGIN;

CREATE TABLE new (
    id integer,
    v text
);

-- destroys data: all rows of table old
DROP TABLE old;

COMMIT;
