-- current


-- desired
CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $x$SELECT $$a$$ || 'it''s' || $_$b$_$$x$;

-- plan
CREATE FUNCTION f() RETURNS text
    LANGUAGE sql
    AS $function$SELECT $$a$$ || 'it''s' || $_$b$_$$function$;
