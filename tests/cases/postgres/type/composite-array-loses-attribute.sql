-- What price held does not turn up as the note. The text of a row (rows) is another one.
-- current
CREATE TYPE item AS (sku text, qty integer, price integer);
CREATE TABLE o (id integer PRIMARY KEY, items item[] NOT NULL);
-- rows
INSERT INTO o VALUES (1, ARRAY[ROW('a',1,3)::item]);
-- desired
CREATE TYPE item AS (sku text, qty bigint, note text);
CREATE TABLE o (id integer PRIMARY KEY, items item[] NOT NULL,
    CONSTRAINT kept CHECK ((items[1]).qty = 1 AND (items[1]).note IS NULL));
-- allow
rows

-- plan
BEGIN;

ALTER TYPE item RENAME TO item_old;

CREATE TYPE item AS (sku text, qty bigint, note text);

CREATE FUNCTION pg_temp.converted(item_old) RETURNS item
    LANGUAGE sql
    AS $$SELECT CASE WHEN $1 IS DISTINCT FROM NULL THEN ROW(($1).sku, ($1).qty, NULL)::item END$$;

CREATE FUNCTION pg_temp.converted(item_old[]) RETURNS item[]
    LANGUAGE plpgsql
    AS $$
BEGIN
    IF array_ndims($1) > 1 THEN
        RAISE EXCEPTION 'an array of several dimensions: convert it by hand';
    END IF;
    RETURN CASE WHEN $1 = '{}' THEN '{}'::item[]
        ELSE (SELECT array_agg(pg_temp.converted($1[i]) ORDER BY i) FROM generate_subscripts($1, 1) AS i) END;
END$$;

-- rewrites table o
ALTER TABLE o ALTER COLUMN items TYPE item[] USING pg_temp.converted(items);

DROP FUNCTION pg_temp.converted(item_old[]);

DROP FUNCTION pg_temp.converted(item_old);

-- destroys data: the values of price in type item
DROP TYPE item_old;

-- careful: fails if rows of table o do not satisfy it
ALTER TABLE o ADD CONSTRAINT kept CHECK ((items[1]).qty = 1 AND (items[1]).note IS NULL);

COMMIT;
