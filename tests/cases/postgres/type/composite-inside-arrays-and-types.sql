-- A value keeps what it is by the names of its attributes, wherever it is inside. Its text (rows) has the attributes in
-- another order; the check tells that each is where it belongs.
-- current
CREATE TYPE part AS (x integer, y integer);
CREATE DOMAIN parts AS part[] CHECK (array_length(VALUE, 1) < 9);
CREATE TYPE whole AS (p part, ps part[], n text, ds parts);
CREATE TABLE t (id integer, w whole, ws whole[], d parts, p part);
-- rows
INSERT INTO t VALUES (1, ROW(ROW(1,2),ARRAY[ROW(3,4)::part],'n',ARRAY[ROW(3,4)::part]), ARRAY[ROW(ROW(1,2),ARRAY[ROW(3,4)::part, NULL],'n',NULL)::whole], ARRAY[ROW(5,6)::part], ROW(NULL,NULL)), (2, NULL, '{}', NULL, NULL);
-- desired
CREATE TYPE part AS (y text, x integer, z date);
CREATE DOMAIN parts AS part[] CHECK (array_length(VALUE, 1) < 9);
CREATE TYPE whole AS (p part, ps part[], n text, ds parts);
CREATE TABLE t (id integer, w whole, ws whole[], d parts, p part,
    CONSTRAINT kept CHECK (id <> 1 OR (((w).ps)[1]).x = 3 AND (((ws[1]).ps)[1]).y = '4' AND (d[1]).x = 5 AND p IS DISTINCT FROM NULL));
-- allow
rows

-- plan
BEGIN;

ALTER TYPE part RENAME TO part_old;

ALTER DOMAIN parts RENAME TO parts_old;

ALTER TYPE whole RENAME TO whole_old;

CREATE TYPE part AS (y text, x integer, z date);

CREATE DOMAIN parts AS part[]
    CONSTRAINT parts_check CHECK (array_length(VALUE, 1) < 9);

CREATE TYPE whole AS (p part, ps part[], n text, ds parts);

CREATE FUNCTION pg_temp.converted(part_old) RETURNS part
    LANGUAGE sql
    AS $$SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).y, ($1).x, NULL)::part END$$;

CREATE FUNCTION pg_temp.converted(part_old[]) RETURNS part[]
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF array_ndims($1) > 1 THEN
        RAISE EXCEPTION 'an array of several dimensions: convert it by hand';
    END IF;
    RETURN CASE WHEN $1 = '{}' THEN '{}'::part[]
        ELSE (SELECT array_agg(pg_temp.converted($1[i]) ORDER BY i) FROM generate_subscripts($1, 1) AS i) END;
END$$;

CREATE FUNCTION pg_temp.converted(parts_old) RETURNS parts
    LANGUAGE sql
    AS $$SELECT pg_temp.converted($1::part_old[])::parts$$;

CREATE FUNCTION pg_temp.converted(whole_old) RETURNS whole
    LANGUAGE sql
    AS $$SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(pg_temp.converted(($1).p), pg_temp.converted(($1).ps), ($1).n, pg_temp.converted(($1).ds))::whole END$$;

CREATE FUNCTION pg_temp.converted(whole_old[]) RETURNS whole[]
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF array_ndims($1) > 1 THEN
        RAISE EXCEPTION 'an array of several dimensions: convert it by hand';
    END IF;
    RETURN CASE WHEN $1 = '{}' THEN '{}'::whole[]
        ELSE (SELECT array_agg(pg_temp.converted($1[i]) ORDER BY i) FROM generate_subscripts($1, 1) AS i) END;
END$$;

-- rewrites table t
ALTER TABLE t
    ALTER COLUMN d TYPE parts USING pg_temp.converted(d),
    ALTER COLUMN p TYPE part USING CASE WHEN p IS DISTINCT FROM NULL THEN ROW((p).y, (p).x, NULL)::part END,
    ALTER COLUMN w TYPE whole USING pg_temp.converted(w),
    ALTER COLUMN ws TYPE whole[] USING pg_temp.converted(ws);

DROP FUNCTION pg_temp.converted(whole_old[]);

DROP FUNCTION pg_temp.converted(whole_old);

DROP FUNCTION pg_temp.converted(parts_old);

DROP FUNCTION pg_temp.converted(part_old[]);

DROP FUNCTION pg_temp.converted(part_old);

DROP TYPE whole_old;

DROP DOMAIN parts_old;

DROP TYPE part_old;

-- careful: fails if rows of table t do not satisfy it
ALTER TABLE t ADD CONSTRAINT kept CHECK (id <> 1 OR (((w).ps)[1]).x = 3 AND (((ws[1]).ps)[1]).y = '4' AND (d[1]).x = 5 AND p IS DISTINCT FROM NULL);

COMMIT;
