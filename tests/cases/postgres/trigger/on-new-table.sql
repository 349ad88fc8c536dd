-- current


-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();

-- plan
BEGIN;

CREATE TABLE t (
    id integer PRIMARY KEY,
    a integer,
    b text
);

CREATE FUNCTION tf() RETURNS trigger
    LANGUAGE plpgsql
    AS $$BEGIN RETURN new; END$$;

CREATE TRIGGER g
    BEFORE INSERT ON t
    FOR EACH ROW
    EXECUTE FUNCTION tf();

COMMIT;
