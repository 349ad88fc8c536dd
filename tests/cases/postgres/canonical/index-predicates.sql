-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.st AS ENUM (
    'new',
    'done'
);
CREATE TABLE public.t (
    a integer,
    b character varying(20),
    s public.st,
    d timestamp with time zone,
    deleted boolean DEFAULT false NOT NULL
);
CREATE INDEX i1 ON public.t USING btree (a) WHERE ((a = ANY (ARRAY[1, 2])) AND ((b)::text = 'x'::text));
CREATE INDEX i2 ON public.t USING btree (a) WHERE ((s = 'new'::public.st) AND (NOT deleted));
CREATE INDEX i3 ON public.t USING btree (a) WHERE ((s = ANY (ARRAY['new'::public.st, 'done'::public.st])) OR (b IS NULL));
CREATE INDEX i4 ON public.t USING btree (a) WHERE (deleted IS FALSE);
CREATE INDEX i5 ON public.t USING btree (a) WHERE ((d > '2020-01-01 00:00:00+00'::timestamp with time zone) AND ((b)::text !~~ 'x%'::text));
CREATE UNIQUE INDEX i6 ON public.t USING btree (a) WHERE ((deleted = false) AND ((COALESCE(b, ''::character varying))::text <> ''::text));

-- desired
create type st as enum ('new', 'done');
create table t (a int, b varchar(20), s st, d timestamptz, deleted boolean not null default false);
create index i1 on t (a) where a in (1, 2) and b = 'x';
create index i2 on t (a) where s = 'new' and not deleted;
create index i3 on t (a) where s in ('new', 'done') or b is null;
create index i4 on t (a) where deleted is false;
create index i5 on t (a) where d > '2020-01-01 00:00:00+00' and b not like 'x%';
create unique index i6 on t (a) where deleted = false and coalesce(b, '') <> '';

-- plan
