-- current


-- desired
CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'x@y' NOT NULL CHECK (value ~ '@') CONSTRAINT short CHECK (length(value) < 100);
CREATE TABLE t (e email);

-- plan
BEGIN;

CREATE DOMAIN email AS text COLLATE "C" DEFAULT 'x@y' NOT NULL
    CONSTRAINT email_check CHECK (value ~ '@')
    CONSTRAINT short CHECK (length(value) < 100);

CREATE TABLE t (
    e email
);

COMMIT;
