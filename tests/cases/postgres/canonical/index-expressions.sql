-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    id integer,
    b character varying(20),
    c text,
    d timestamp without time zone,
    z timestamp with time zone,
    j jsonb,
    a integer
);
CREATE INDEX i1 ON public.t USING btree (lower((b)::text), ((a + 1)) DESC, c COLLATE "C" text_pattern_ops NULLS FIRST) INCLUDE (d);
CREATE INDEX i2 ON public.t USING btree (((j ->> 'a'::text)), (((j ->> 'n'::text))::integer));
CREATE INDEX i3 ON public.t USING btree (date((z AT TIME ZONE 'utc'::text)), date_trunc('month'::text, d));
CREATE INDEX i4 ON public.t USING btree (COALESCE(c, ''::text), ((a IS NULL)));
CREATE INDEX i5 ON public.t USING gin (to_tsvector('english'::regconfig, ((COALESCE(c, ''::text) || ' '::text) || (COALESCE(b, ''::character varying))::text)));
CREATE INDEX i6 ON public.t USING btree (md5((b)::text), ((a % 10)), EXTRACT(year FROM d));
CREATE UNIQUE INDEX i7 ON public.t USING btree (lower(c)) WHERE ((a > 0) AND ((b)::text <> ''::text));
CREATE INDEX i8 ON public.t USING btree (a, b DESC);

-- desired
create table t (id int, b varchar(20), c text, d timestamp, z timestamptz, j jsonb, a int);
create index i1 on t (lower(b), (a + 1) desc, c collate "C" text_pattern_ops nulls first) include (d);
create index i2 on t ((j ->> 'a'), ((j ->> 'n')::int));
create index i3 on t (date(z at time zone 'utc'), date_trunc('month', d));
create index i4 on t (coalesce(c, ''), (a is null));
create index i5 on t using gin (to_tsvector('english', coalesce(c, '') || ' ' || coalesce(b, '')));
create index i6 on t (md5(b), (a % 10), extract(year from d));
create unique index i7 on t (lower(c)) where a > 0 and b <> '';
create index i8 on t (a asc nulls last, b desc nulls first);

-- plan
