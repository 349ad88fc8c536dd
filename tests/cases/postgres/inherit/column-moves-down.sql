-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int, name text DEFAULT 'n') INHERITS (base);

-- rows
INSERT INTO child VALUES (1, 'a', 2);

-- allow
dump

-- plan
BEGIN;

ALTER TABLE child NO INHERIT base;

-- destroys data: all values of column base.name
ALTER TABLE base DROP COLUMN name;

ALTER TABLE child INHERIT base;

COMMIT;
