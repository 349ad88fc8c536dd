-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT ON t EXECUTE PROCEDURE tf();

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;

-- plan
DROP TRIGGER g ON t;
