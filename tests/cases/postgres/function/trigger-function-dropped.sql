-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);

-- rows
INSERT INTO t VALUES (1, 2, 'x');

-- plan
BEGIN;

DROP TRIGGER g ON t;

-- careful: the definition of function tf() is lost if it is nowhere else
DROP FUNCTION tf();

COMMIT;
