-- The composite type is rebuilt because an attribute comes in between; another one has no cast to its new type.
-- Rows are compared as text, and values of the type are written otherwise after.
-- allow
rows
-- current
CREATE TYPE place AS (n integer, p text, q integer);
CREATE TABLE t (id integer, at place);
-- rows
INSERT INTO t VALUES (1, ROW(1, '[2020-01-01,2020-02-01)', 7)), (2, NULL);
-- desired
CREATE TYPE place AS (n bigint, o date, p daterange, q boolean);
CREATE TABLE t (id integer, at place);

-- plan
BEGIN;

ALTER TYPE place RENAME TO place_old;

CREATE TYPE place AS (n bigint, o date, p daterange, q boolean);

-- rewrites table t
ALTER TABLE t ALTER COLUMN at TYPE place USING CASE WHEN at IS DISTINCT FROM NULL THEN ROW((at).n, NULL, (at).p::daterange, (at).q::boolean)::place END;

DROP TYPE place_old;

COMMIT;
