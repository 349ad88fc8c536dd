-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- plan
-- destroys data: all values of column base.name
ALTER TABLE base DROP COLUMN name;
