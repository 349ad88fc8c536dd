-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok'
);
CREATE FUNCTION public.f() RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select 1$$;
CREATE SEQUENCE public.sq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
CREATE TABLE public.t (
    a integer DEFAULT (1 + 1),
    b character varying(10) DEFAULT 'x'::character varying,
    c text DEFAULT ('a'::text || 'b'::text),
    d numeric(10,2) DEFAULT 0,
    e timestamp without time zone DEFAULT now(),
    g timestamp with time zone DEFAULT CURRENT_TIMESTAMP,
    h date DEFAULT CURRENT_DATE,
    i public.mood DEFAULT 'ok'::public.mood,
    j integer[] DEFAULT '{}'::integer[],
    k text[] DEFAULT ARRAY['a'::text, 'b'::text],
    l interval DEFAULT '90 days'::interval,
    m boolean DEFAULT true,
    n jsonb DEFAULT '{}'::jsonb,
    o bigint DEFAULT '-1'::integer,
    r double precision DEFAULT 1.5,
    ad integer DEFAULT public.f(),
    ae text DEFAULT 'it''s'::text,
    af text DEFAULT 'a
b'::text,
    ag numeric DEFAULT '1000'::numeric,
    ah integer DEFAULT (1)::bigint,
    aj uuid DEFAULT gen_random_uuid(),
    ak public.mood[] DEFAULT ARRAY['ok'::public.mood],
    al date DEFAULT '2020-01-01'::date,
    am bigint DEFAULT nextval('public.sq'::regclass),
    an text,
    ao bit(3) DEFAULT '010'::"bit",
    ap bytea DEFAULT '\x00'::bytea,
    aq money DEFAULT 0,
    ar text DEFAULT CURRENT_USER,
    at timestamp without time zone DEFAULT (now() AT TIME ZONE 'utc'::text),
    au integer DEFAULT ((2 * 3) % 4)
);

-- desired
create type mood as enum ('sad', 'ok');
create function f() returns int language sql immutable as 'select 1';
create sequence sq;
create table t (a int default 1 + 1, b varchar(10) default 'x', c text default ('a' || 'b'), d numeric(10,2) default 0, e timestamp default now(), g timestamptz default current_timestamp, h date default current_date, i mood default 'ok', j int[] default '{}', k text[] default array['a', 'b'], l interval default interval '90 days', m boolean default true, n jsonb default '{}', o bigint default -1, r double precision default 1.5, ad int default f(), ae text default 'it''s', af text default E'a\nb', ag numeric default 1e3, ah int default 1::bigint, aj uuid default gen_random_uuid(), ak mood[] default array['ok']::mood[], al date default '2020-01-01', am bigint default nextval('sq'), an text default null, ao bit(3) default b'010', ap bytea default '\x00', aq money default 0, ar text default current_user, at timestamp default (now() at time zone 'utc'), au int default (2 * 3) % 4);

-- plan
