-- current


-- desired
CREATE TABLE base (id int NOT NULL, name text DEFAULT 'n', CONSTRAINT positive CHECK (id > 0));
CREATE TABLE child (extra int) INHERITS (base);
CREATE TABLE grand (deep int DEFAULT 4) INHERITS (child);

-- plan
BEGIN;

CREATE TABLE base (
    id integer NOT NULL,
    name text DEFAULT 'n',
    CONSTRAINT positive CHECK (id > 0)
);

CREATE TABLE child (
    extra integer
) INHERITS (base);

CREATE TABLE grand (
    deep integer DEFAULT 4
) INHERITS (child);

COMMIT;
