-- current


-- desired
CREATE TABLE p (id int, name text NOT NULL);
CREATE TABLE c (extra int) INHERITS (p);

-- plan
BEGIN;

CREATE TABLE p (
    id integer,
    name text NOT NULL
);

CREATE TABLE c (
    extra integer
) INHERITS (p);

COMMIT;
