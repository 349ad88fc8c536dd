-- current
CREATE TABLE p (id int CHECK (id > 0));
CREATE TABLE c (extra int) INHERITS (p);

-- desired
CREATE TABLE p (id bigint CHECK (id > 0));
CREATE TABLE c (extra int) INHERITS (p);

-- rows
INSERT INTO c VALUES (1, 2);

-- plan
-- careful: fails if rows of table p do not satisfy it
-- rewrites table p
ALTER TABLE p
    DROP CONSTRAINT p_id_check,
    ALTER COLUMN id TYPE bigint,
    ADD CONSTRAINT p_id_check CHECK (id > 0);
