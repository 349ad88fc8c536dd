-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer,
    b numeric(10,2),
    c text,
    d timestamp without time zone,
    g1 integer GENERATED ALWAYS AS ((a * 2)) STORED,
    g2 numeric GENERATED ALWAYS AS ((b * 1.19)) STORED,
    g3 text GENERATED ALWAYS AS (((lower(c) || '-'::text) || COALESCE(c, ''::text))) STORED,
    g4 tsvector GENERATED ALWAYS AS (to_tsvector('english'::regconfig, COALESCE(c, ''::text))) STORED,
    g5 double precision GENERATED ALWAYS AS (((a)::numeric / 2.0)) STORED,
    g6 boolean GENERATED ALWAYS AS (((a = ANY (ARRAY[1, 2])) OR (c ~~ 'x%'::text))) STORED,
    g7 date GENERATED ALWAYS AS ((d)::date) STORED
);

-- desired
create table t (a int, b numeric(10,2), c text, d timestamp, g1 int generated always as (a * 2) stored, g2 numeric generated always as (b * 1.19) stored, g3 text generated always as (lower(c) || '-' || coalesce(c, '')) stored, g4 tsvector generated always as (to_tsvector('english', coalesce(c, ''))) stored, g5 double precision generated always as (a / 2.0) stored, g6 boolean generated always as (a in (1, 2) or c like 'x%') stored, g7 date generated always as (d::date) stored);

-- plan
