-- current
CREATE TABLE t (v text DEFAULT 'a@b');

-- desired
CREATE DOMAIN email AS text CHECK (VALUE LIKE '%@%');
CREATE TABLE t (v email DEFAULT 'a@b');

-- rows
INSERT INTO t VALUES ('x@y');

-- plan
BEGIN;

CREATE DOMAIN email AS text
    CONSTRAINT email_check CHECK (VALUE LIKE '%@%');

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN v DROP DEFAULT,
    ALTER COLUMN v TYPE email,
    ALTER COLUMN v SET DEFAULT 'a@b';

COMMIT;
