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

CREATE FUNCTION pg_temp.converted(pair_old) RETURNS pair
    LANGUAGE sql
    AS $$SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).a, ($1).b)::pair END$$;

CREATE FUNCTION pg_temp.converted(pair_old[]) RETURNS pair[]
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF array_ndims($1) > 1 THEN
        RAISE EXCEPTION 'an array of several dimensions: convert it by hand';
    END IF;
    RETURN CASE WHEN $1 = '{}' THEN '{}'::pair[]
        ELSE (SELECT array_agg(pg_temp.converted($1[i]) ORDER BY i) FROM generate_subscripts($1, 1) AS i) END;
END$$;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN p DROP DEFAULT,
    ALTER COLUMN p TYPE pair USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).a, (p).b)::pair END,
    ALTER COLUMN p SET DEFAULT ROW(1, 'x'),
    ALTER COLUMN q TYPE pair[] USING pg_temp.converted(q);

DROP FUNCTION pg_temp.converted(pair_old[]);

DROP FUNCTION pg_temp.converted(pair_old);

DROP TYPE pair_old;

COMMIT;
