-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION tf();

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf2() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT ON t EXECUTE FUNCTION tf2();

-- plan
BEGIN;

CREATE FUNCTION tf2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN new; END$$;

CREATE OR REPLACE TRIGGER g
    BEFORE INSERT ON t
    FOR EACH STATEMENT
    EXECUTE FUNCTION tf2();

-- careful: the definition of function tf() is lost if it is nowhere else
DROP FUNCTION tf();

COMMIT;
