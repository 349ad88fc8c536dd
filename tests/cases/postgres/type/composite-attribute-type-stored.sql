-- current
CREATE TYPE pair AS (a int, b text);
CREATE TABLE t (p pair DEFAULT ROW(1, 'x'), q pair[]);

-- desired
CREATE TYPE pair AS (a bigint, b text);
CREATE TABLE t (p pair DEFAULT ROW(1, 'x'), q pair[]);

-- rows
INSERT INTO t VALUES (ROW(1, 'a,b'), ARRAY[ROW(2, 'c')]::pair[]);

-- plan
BEGIN;

ALTER TYPE pair RENAME TO pair_old;

CREATE TYPE pair AS (a bigint, b text);

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN p DROP DEFAULT,
    ALTER COLUMN p TYPE pair USING CASE WHEN p IS NULL THEN NULL ELSE ROW((p).a, (p).b)::pair END,
    ALTER COLUMN p SET DEFAULT ROW(1, 'x'),
    ALTER COLUMN q TYPE pair[] USING q::text[]::pair[];

DROP TYPE pair_old;

COMMIT;
