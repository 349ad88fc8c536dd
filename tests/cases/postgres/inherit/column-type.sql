-- current
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- desired
CREATE TABLE base (id bigint NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);

-- rows
INSERT INTO child VALUES (1, 'a', 2);
INSERT INTO base VALUES (2, 'b');

-- plan
-- careful: fails if rows of table base do not satisfy it
-- rewrites table base
ALTER TABLE base
    DROP CONSTRAINT positive,
    ALTER COLUMN id TYPE bigint,
    ADD CONSTRAINT positive CHECK (id > 0);
