-- current
CREATE TABLE old (id int);

-- desired
CREATE TABLE new (id int, x int);

-- rows
INSERT INTO old VALUES (1);

-- options
rename old=new

-- plan
BEGIN;

-- careful: whoever still says old gets an error
ALTER TABLE old RENAME TO new;

ALTER TABLE new ADD COLUMN x integer;

COMMIT;
