-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer,
    b text,
    d timestamp without time zone
)
PARTITION BY RANGE (date_trunc('day'::text, d), ((a + 1)), b COLLATE "C" text_pattern_ops);
CREATE TABLE public.u (
    a integer
)
PARTITION BY HASH (a);

-- desired
create table t (a int, b text, d timestamp) partition by range (date_trunc('day', d), (a + 1), b collate "C" text_pattern_ops);
create table u (a int) partition by hash (a int4_ops);

-- plan
