-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer NOT NULL,
    b character varying(10),
    c date
);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);
CREATE STATISTICS public.st1 (ndistinct, dependencies) ON a, b FROM public.t;
CREATE STATISTICS public.st2 ON c, (a + 1), lower(b::text) FROM public.t;
CREATE PUBLICATION p1 WITH (publish = 'insert, update, delete, truncate');
CREATE PUBLICATION p2 FOR ALL TABLES WITH (publish = 'insert, update');
ALTER PUBLICATION p1 ADD TABLE ONLY public.t (a, b) WHERE (((a > 1) AND ((b)::text = 'x'::text)));

-- desired
create table t (a int primary key, b varchar(10), c date);
create statistics st1 (dependencies, ndistinct) on a, b from t;
create statistics st2 on (a + 1), lower(b), c from t;
create publication p1 for table t (a, b) where (a > 1 and b = 'x');
create publication p2 for all tables with (publish = 'insert, update');

-- needs
version 15

-- plan
