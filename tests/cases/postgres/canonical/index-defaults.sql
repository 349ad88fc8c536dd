-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    id integer,
    b character varying(20),
    c text,
    j jsonb,
    a integer[],
    r int4range
);
CREATE INDEX i1 ON public.t USING btree (id);
CREATE INDEX i10 ON public.t USING btree (c);
CREATE INDEX i2 ON public.t USING btree (b, c);
CREATE INDEX i3 ON public.t USING gin (j);
CREATE INDEX i4 ON public.t USING gin (j jsonb_path_ops) WITH (fastupdate=off);
CREATE INDEX i5 ON public.t USING gin (a);
CREATE INDEX i6 ON public.t USING hash (c);
CREATE INDEX i7 ON public.t USING brin (id) WITH (pages_per_range='32', autosummarize='on');
CREATE INDEX i8 ON public.t USING btree (c varchar_pattern_ops) WITH (fillfactor='70');
CREATE INDEX i9 ON public.t USING gist (r);

-- desired
create table t (id int, b varchar(20), c text, j jsonb, a int[], r int4range);
create index i1 on t using btree (id int4_ops asc nulls last);
create index i2 on t (b text_ops, c);
create index i3 on t using gin (j jsonb_ops);
create index i4 on t using gin (j jsonb_path_ops) with (fastupdate = off);
create index i5 on t using gin (a array_ops);
create index i6 on t using hash (c);
create index i7 on t using brin (id) with (pages_per_range = 32, autosummarize = on);
create index i8 on t (c varchar_pattern_ops) with (fillfactor = 70);
create index i9 on t using gist (r range_ops);
create index i10 on t (c collate pg_catalog."default");

-- plan
