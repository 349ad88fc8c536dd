-- current
CREATE TABLE old_t (id integer, old_c text);
CREATE FUNCTION f1() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM old_t); END $$;
CREATE FUNCTION f2() RETURNS text LANGUAGE sql AS $$ SELECT old_c FROM old_t $$;
CREATE FUNCTION f3() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.old_c := 'x'; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON old_t FOR EACH ROW EXECUTE FUNCTION f3();
-- rows
INSERT INTO old_t VALUES (1,'a');
-- options
rename old_t=new_t
rename old_t.old_c=new_c
-- desired
CREATE TABLE new_t (id integer, new_c text);
CREATE FUNCTION f1() RETURNS bigint LANGUAGE plpgsql AS $$ BEGIN RETURN (SELECT count(*) FROM old_t); END $$;
CREATE FUNCTION f2() RETURNS text LANGUAGE sql AS $$ SELECT new_c FROM new_t $$;
CREATE FUNCTION f3() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.old_c := 'x'; RETURN NEW; END $$;
CREATE TRIGGER tr BEFORE INSERT ON new_t FOR EACH ROW EXECUTE FUNCTION f3();
