-- current
CREATE TYPE pair AS (a int, c text);
CREATE TABLE t (p pair);

-- desired
CREATE TYPE pair AS (a int, b date, c text);
CREATE TABLE t (p pair);

-- rows
INSERT INTO t VALUES (ROW(1, 'x'));
INSERT INTO t VALUES (NULL);

-- allow
rows

-- plan
BEGIN;

ALTER TYPE pair RENAME TO pair_old;

CREATE TYPE pair AS (a integer, b date, c text);

-- rewrites table t
ALTER TABLE t ALTER COLUMN p TYPE pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a, NULL, (p).c)::pair END;

DROP TYPE pair_old;

COMMIT;
