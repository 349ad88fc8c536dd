-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n');
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- rows
INSERT INTO child VALUES (1, 'a', 2);
INSERT INTO base VALUES (2, 'b');

-- plan
-- careful: fails if rows of table base do not satisfy it
ALTER TABLE base ADD CONSTRAINT positive CHECK (id > 0);
