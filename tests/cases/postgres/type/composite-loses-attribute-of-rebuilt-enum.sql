-- The composite type is rebuilt along with the enum as it is, and loses the attribute after that.
-- What the attribute held goes with it.
-- allow
rows
-- current
CREATE TYPE status AS ENUM ('open', 'gone', 'over');
CREATE TYPE place AS (n integer, was status, now status);
CREATE TABLE t (id integer, at place);
-- rows
INSERT INTO t VALUES (1, ROW(1, 'open', 'over'));
-- desired
CREATE TYPE status AS ENUM ('open', 'over');
CREATE TYPE place AS (n integer, now status);
CREATE TABLE t (id integer, at place);

-- plan
BEGIN;

ALTER TYPE status RENAME TO status_old;

ALTER TYPE place RENAME TO place_old;

CREATE TYPE status AS ENUM ('open', 'over');

CREATE TYPE place AS (n integer, was status, now status);

-- careful: fails if column t.at holds 'gone'
-- rewrites table t
ALTER TABLE t ALTER COLUMN at TYPE place USING at::text::place;

DROP TYPE place_old;

DROP TYPE status_old;

-- destroys data: the values of was in type place
ALTER TYPE place DROP ATTRIBUTE was;

COMMIT;
