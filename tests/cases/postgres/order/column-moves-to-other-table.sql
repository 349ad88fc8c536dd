-- current
CREATE TABLE a (id int PRIMARY KEY, note text);
CREATE TABLE b (id int);

-- desired
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (id int, note text);

-- plan
BEGIN;

-- destroys data: all values of column a.note
ALTER TABLE a DROP COLUMN note;

ALTER TABLE b ADD COLUMN note text;

COMMIT;
