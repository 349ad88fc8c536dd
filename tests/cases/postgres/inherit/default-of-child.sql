-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);
ALTER TABLE child ALTER name SET DEFAULT 'own';

-- rows
INSERT INTO child VALUES (1, 'a', 2);
INSERT INTO base VALUES (2, 'b');

-- plan
ALTER TABLE child ALTER COLUMN name SET DEFAULT 'own';
