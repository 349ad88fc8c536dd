-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (id int NOT NULL, extra int);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (id int NOT NULL, name text DEFAULT 'n', extra int, CONSTRAINT positive CHECK (id > 0));
ALTER TABLE child INHERIT base;

-- rows
INSERT INTO child VALUES (1, 2);

-- plan
BEGIN;

-- careful: fails if rows of table child do not satisfy it
ALTER TABLE child
    ADD COLUMN name text DEFAULT 'n',
    ADD CONSTRAINT positive CHECK (id > 0);

ALTER TABLE child INHERIT base;

COMMIT;
