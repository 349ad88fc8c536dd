-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE side (id int, flag boolean DEFAULT true);
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE side (id int, flag boolean DEFAULT true);
CREATE TABLE child (extra int) INHERITS (base, side);

-- rows
INSERT INTO child VALUES (1, 'a', 2);
INSERT INTO base VALUES (2, 'b');

-- allow
dump

-- plan
BEGIN;

ALTER TABLE child ADD COLUMN flag boolean DEFAULT true;

ALTER TABLE child INHERIT side;

COMMIT;
