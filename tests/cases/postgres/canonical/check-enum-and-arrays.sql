-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TYPE public.mood AS ENUM (
    'sad',
    'ok',
    'happy'
);
CREATE TABLE public.t (
    m public.mood,
    ms public.mood[],
    a integer,
    k text[],
    v character varying(5)[],
    CONSTRAINT t_a_check CHECK ((a = ANY (ARRAY[1, 2]))),
    CONSTRAINT t_a_check1 CHECK ((a = ANY ('{1,2}'::integer[]))),
    CONSTRAINT t_check CHECK (((m <> 'happy'::public.mood) OR (ms IS NULL))),
    CONSTRAINT t_k_check CHECK ((k @> ARRAY['a'::text])),
    CONSTRAINT t_k_check1 CHECK ((array_length(k, 1) < 5)),
    CONSTRAINT t_k_check2 CHECK ((k[1] = 'x'::text)),
    CONSTRAINT t_m_check CHECK ((m = 'ok'::public.mood)),
    CONSTRAINT t_m_check1 CHECK ((m = ANY (ARRAY['ok'::public.mood, 'sad'::public.mood]))),
    CONSTRAINT t_ms_check CHECK ((ms && ARRAY['ok'::public.mood])),
    CONSTRAINT t_ms_check1 CHECK (('ok'::public.mood = ANY (ms))),
    CONSTRAINT t_v_check CHECK ((v <@ ARRAY['a'::character varying, 'b'::character varying]))
);

-- desired
create type mood as enum ('sad', 'ok', 'happy');
create table t (m mood, ms mood[], a int, k text[], v varchar(5)[], check (m = 'ok'), check (m in ('ok', 'sad')), check (m <> 'happy' or ms is null), check (a = any (array[1, 2])), check (a = any ('{1,2}')), check (k @> array['a']), check (array_length(k, 1) < 5), check (k[1] = 'x'), check (v <@ array['a', 'b']::varchar[]), check (ms && array['ok']::mood[]), check ('ok' = any (ms)));

-- plan
