-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    j jsonb,
    a integer,
    b text,
    CONSTRAINT t_a_check CHECK ((COALESCE(a, 0) >= 0)),
    CONSTRAINT t_a_check1 CHECK (((GREATEST(a, 1) = 1) AND (NULLIF(a, 1) IS NULL))),
    CONSTRAINT t_check CHECK (
CASE
    WHEN (a = 1) THEN true
    ELSE (b IS NOT NULL)
END),
    CONSTRAINT t_check1 CHECK ((
CASE b
    WHEN 'x'::text THEN 1
    ELSE 2
END = a)),
    CONSTRAINT t_check2 CHECK ((num_nonnulls(a, b) = 1)),
    CONSTRAINT t_j_check CHECK (((j ? 'k'::text) AND ((j ->> 'k'::text) = 'v'::text))),
    CONSTRAINT t_j_check1 CHECK ((((j -> 'n'::text))::integer > 1)),
    CONSTRAINT t_j_check2 CHECK (((j #>> '{a,b}'::text[]) <> ''::text)),
    CONSTRAINT t_j_check3 CHECK ((j @> '{"a": 1}'::jsonb)),
    CONSTRAINT t_j_check4 CHECK ((jsonb_typeof(j) = 'object'::text))
);

-- desired
create table t (j jsonb, a int, b text, check (j ? 'k' and j ->> 'k' = 'v'), check ((j -> 'n')::int > 1), check (j #>> '{a,b}' <> ''), check (j @> '{"a": 1}'), check (coalesce(a, 0) >= 0), check (case when a = 1 then true else b is not null end), check (case b when 'x' then 1 else 2 end = a), check (greatest(a, 1) = 1 and nullif(a, 1) is null), check (jsonb_typeof(j) = 'object'), check (num_nonnulls(a, b) = 1));

-- plan
