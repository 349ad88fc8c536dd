-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (id int NOT NULL, name text DEFAULT 'n', extra int, CONSTRAINT positive CHECK (id > 0));

-- rows
INSERT INTO child VALUES (1, 'a', 2);
INSERT INTO base VALUES (2, 'b');

-- allow
dump

-- plan
ALTER TABLE child NO INHERIT base;
