-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.log (
    a integer,
    what text,
    at timestamp with time zone DEFAULT now()
);
CREATE TABLE public.t (
    a integer,
    b text,
    c date DEFAULT now()
);
CREATE VIEW public.v AS
 SELECT t.a,
    t.b
   FROM public.t;
CREATE RULE r1 AS
    ON INSERT TO public.t
   WHERE (new.a > 1) DO  INSERT INTO public.log (a, what)
  VALUES (new.a, 'in'::text);
CREATE RULE r2 AS
    ON UPDATE TO public.t DO ( UPDATE public.log SET what = 'x'::text, at = DEFAULT
  WHERE (log.a = old.a);
 DELETE FROM public.log
  WHERE (log.what = ANY (ARRAY['x'::text, 'y'::text]));
);
CREATE RULE r3 AS
    ON DELETE TO public.t DO INSTEAD NOTHING;
CREATE RULE r4 AS
    ON UPDATE TO public.t DO
 NOTIFY changed;
CREATE RULE r5 AS
    ON INSERT TO public.v DO INSTEAD  INSERT INTO public.t (a, b)  SELECT new.a,
            upper(new.b) AS upper
          WHERE (new.a IS NOT NULL)
  RETURNING t.a,
    t.b;

-- desired
create table t (a int, b text, c date default now());
create table log (a int, what text, at timestamptz default now());
create rule r1 as on insert to t where new.a > 1 do also insert into log values (new.a, 'in');
create rule r2 as on update to t do also (update log set what = 'x', at = default where a = old.a; delete from log where what in ('x', 'y'));
create rule r3 as on delete to t do instead nothing;
create rule r4 as on update to t do also notify changed;
create view v as select a, b from t;
create rule r5 as on insert to v do instead insert into t (a, b) select new.a, upper(new.b) where new.a is not null returning a, b;

-- plan
