-- current
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;

-- desired
CREATE TABLE t (id int PRIMARY KEY, a int, b text);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$BEGIN RETURN new; END$$;
CREATE TRIGGER g BEFORE INSERT OR UPDATE OF a, b ON t FOR EACH ROW WHEN (new.a > 0) EXECUTE FUNCTION tf('x', 1);

-- plan
CREATE TRIGGER g
    BEFORE INSERT OR UPDATE OF a, b ON t
    FOR EACH ROW
    WHEN (new.a > 0)
    EXECUTE FUNCTION tf('x', '1');
