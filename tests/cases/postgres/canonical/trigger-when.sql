-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.tg() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$begin return new; end$$;
CREATE TABLE public.t (
    a integer,
    b character varying(5),
    c text
);
CREATE TRIGGER t1 BEFORE UPDATE OF a, b ON public.t FOR EACH ROW WHEN (((old.a IS DISTINCT FROM new.a) AND ((new.b)::text = 'x'::text))) EXECUTE FUNCTION public.tg();
CREATE TRIGGER t2 AFTER UPDATE ON public.t FOR EACH ROW WHEN ((old.* IS DISTINCT FROM new.*)) EXECUTE FUNCTION public.tg('x', '1');
CREATE TRIGGER t3 AFTER INSERT ON public.t FOR EACH STATEMENT EXECUTE FUNCTION public.tg();
CREATE TRIGGER t4 BEFORE INSERT ON public.t FOR EACH ROW WHEN (((new.c <> ''::text) AND ((new.a + 1) > 2))) EXECUTE FUNCTION public.tg();

-- desired
create table t (a int, b varchar(5), c text);
create function tg() returns trigger language plpgsql set search_path = '' as $$begin return new; end$$;
create trigger t1 before update of a, b on t for each row when (old.a is distinct from new.a and new.b in ('x')) execute function tg();
create trigger t2 after update on t for each row when (old.* is distinct from new.*) execute procedure tg('x', '1');
create trigger t3 after insert on t execute function tg();
create trigger t4 before insert on t for each row when (new.c <> '' and new.a + 1 > 2) execute function tg();

-- plan
