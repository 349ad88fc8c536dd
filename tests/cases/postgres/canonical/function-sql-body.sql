-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE FUNCTION public.add(x integer, y integer DEFAULT 2) RETURNS integer
    LANGUAGE sql
    RETURN (x + y);
CREATE TABLE public.t (
    a integer,
    b text
);
CREATE FUNCTION public.all_three(x integer) RETURNS void
    LANGUAGE sql
    BEGIN ATOMIC
 INSERT INTO public.t (a)
   VALUES (all_three.x);
 UPDATE public.t SET b = upper(t.b)
   WHERE (t.a = all_three.x);
 DELETE FROM public.t
   WHERE (t.b IS NULL);
END;
CREATE FUNCTION public.of_t(x integer) RETURNS SETOF public.t
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT t.a,
     t.b
    FROM public.t
   WHERE ((t.a = of_t.x) OR (t.b = ANY (ARRAY['p'::text, 'q'::text])));
END;

-- desired
create table t (a int, b text);
create function add(x int, y int default 2) returns int language sql return x + y;
create function of_t(x int) returns setof t language sql begin atomic select * from t where a = x or b in ('p', 'q'); end;
create function all_three(x int) returns void language sql begin atomic insert into t (a) values (x); update t set b = upper(b) where a = x; delete from t where b is null; end;

-- needs
version 14

-- plan
