-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int, up text) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', up text, CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- rows
INSERT INTO child VALUES (1, 'a', 2, 'u');

-- allow
dump

-- plan
ALTER TABLE base ADD COLUMN up text;
