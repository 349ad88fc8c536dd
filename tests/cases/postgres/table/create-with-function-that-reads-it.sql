-- current


-- desired
CREATE TABLE a (id int);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$SELECT count(*) FROM a$$;
ALTER TABLE a ADD COLUMN n bigint DEFAULT total();

-- plan
BEGIN;

CREATE TABLE a (
    id integer,
    n bigint
);

CREATE FUNCTION total() RETURNS bigint
    LANGUAGE sql
    AS $$SELECT count(*) FROM a$$;

ALTER TABLE a ALTER COLUMN n SET DEFAULT total();

COMMIT;
