-- current


-- desired
CREATE TABLE a (id int);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS $$SELECT count(*) FROM a$$;
ALTER TABLE a ADD COLUMN n bigint DEFAULT total();

-- plan
