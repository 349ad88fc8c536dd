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

-- plan
-- warning: the body of function f1() says old_t, which is called new_t now
--   help: the server finds that out only when it runs
-- warning: the body of function f3() says old_c, which is called new_c now
--   help: the server finds that out only when it runs

BEGIN;

-- careful: whoever still says old_t gets an error
ALTER TABLE old_t RENAME TO new_t;

-- careful: whoever still says old_c gets an error
ALTER TABLE new_t RENAME COLUMN old_c TO new_c;

CREATE OR REPLACE FUNCTION f2() RETURNS text
    LANGUAGE sql
    AS $$ SELECT new_c FROM new_t $$;

COMMIT;
