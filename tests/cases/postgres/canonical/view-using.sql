-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.a (
    id integer,
    x integer,
    y text
);
CREATE TABLE public.b (
    id bigint,
    x integer,
    z text
);
CREATE TABLE public.c (
    id integer,
    w text
);
CREATE VIEW public.v1 AS
 SELECT a.id,
    a.x,
    a.y,
    c.w
   FROM (public.a
     JOIN public.c USING (id));
CREATE VIEW public.v2 AS
 SELECT id,
    a.x,
    a.y,
    b.z
   FROM (public.a
     LEFT JOIN public.b USING (id, x));
CREATE VIEW public.v3 AS
 SELECT a.id,
    a.x,
    a.y,
    c.w
   FROM (public.a
     JOIN public.c USING (id));
CREATE VIEW public.v4 AS
 SELECT id,
    a.y,
    b.z
   FROM (public.a
     FULL JOIN public.b USING (id));
CREATE VIEW public.v5 AS
 SELECT a.id,
    c.w
   FROM (public.c
     RIGHT JOIN public.a USING (id))
  ORDER BY a.id;
CREATE VIEW public.v6 AS
 SELECT id
   FROM ((public.a
     FULL JOIN public.b USING (id))
     FULL JOIN public.c USING (id))
  WHERE (id > 1);

-- desired
create table a (id int, x int, y text);
create table b (id bigint, x int, z text);
create table c (id int, w text);
create view v1 as select * from a join c using (id);
create view v2 as select id, x, y, z from a left join b using (id, x);
create view v3 as select * from a natural join c;
create view v4 as select id, a.y, b.z from a full join b using (id);
create view v5 as select id, w from c right join a using (id) order by id;
create view v6 as select id from a full join b using (id) full join c using (id) where id > 1;

-- plan
