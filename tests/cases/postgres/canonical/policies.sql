-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.member (
    t_id integer,
    who text,
    b character varying(10)
);
CREATE TABLE public.t (
    id integer,
    owner name,
    a integer,
    b character varying(10),
    tenant uuid
);
CREATE POLICY p1 ON public.t USING ((owner = CURRENT_USER));
CREATE POLICY p2 ON public.t FOR SELECT USING ((a IN ( SELECT member.t_id
   FROM public.member
  WHERE (((member.b)::text = (t.b)::text) AND (member.who = CURRENT_USER)))));
CREATE POLICY p3 ON public.t AS RESTRICTIVE FOR INSERT WITH CHECK ((EXISTS ( SELECT 1
   FROM public.member m
  WHERE ((m.t_id = t.id) AND ((m.b)::text <> ''::text)))));
CREATE POLICY p4 ON public.t FOR UPDATE USING ((tenant = (current_setting('app.tenant'::text))::uuid)) WITH CHECK ((((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])) AND (a > 0)));
CREATE POLICY p5 ON public.t FOR DELETE USING (((id IN ( SELECT member.t_id
   FROM public.member)) AND (NOT (EXISTS ( SELECT
   FROM public.t x
  WHERE (x.id > t.id))))));
ALTER TABLE public.t ENABLE ROW LEVEL SECURITY;

-- desired
create table t (id int, owner name, a int, b varchar(10), tenant uuid);
create table member (t_id int, who text, b varchar(10));
alter table t enable row level security;
create policy p1 on t using (owner = current_user);
create policy p2 on t for select to public using (a in (select t_id from member where member.b = t.b and who = current_user));
create policy p3 on t as restrictive for insert with check (exists (select 1 from member m where m.t_id = id and m.b <> ''));
create policy p4 on t for update using (tenant = current_setting('app.tenant')::uuid) with check (b in ('x', 'y') and a > 0);
create policy p5 on t for delete using (id in (select t_id from member) and not exists (select from t x where x.id > t.id));

-- plan
