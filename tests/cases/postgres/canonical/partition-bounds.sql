-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.h (
    k bigint
)
PARTITION BY HASH (k);
CREATE TABLE public.h0 (
    k bigint
);
CREATE TABLE public.l (
    k text
)
PARTITION BY LIST (lower(k));
CREATE TABLE public.l1 (
    k text
);
CREATE TABLE public.lb (
    b boolean
)
PARTITION BY LIST (b);
CREATE TABLE public.lb1 (
    b boolean
);
CREATE TABLE public.li (
    k integer
)
PARTITION BY LIST (k);
CREATE TABLE public.li1 (
    k integer
);
CREATE TABLE public.r (
    k bigint,
    d date,
    n numeric
)
PARTITION BY RANGE (k, d, n);
CREATE TABLE public.r1 (
    k bigint,
    d date,
    n numeric
);
CREATE TABLE public.r2 (
    k bigint,
    d date,
    n numeric
);
CREATE TABLE public.ts (
    at timestamp with time zone NOT NULL,
    v integer
)
PARTITION BY RANGE (at);
CREATE TABLE public.ts1 (
    at timestamp with time zone NOT NULL,
    v integer
);
CREATE TABLE public.ts_default (
    at timestamp with time zone NOT NULL,
    v integer
);
ALTER TABLE ONLY public.h ATTACH PARTITION public.h0 FOR VALUES WITH (modulus 4, remainder 0);
ALTER TABLE ONLY public.l ATTACH PARTITION public.l1 FOR VALUES IN ('a', 'b', NULL);
ALTER TABLE ONLY public.lb ATTACH PARTITION public.lb1 FOR VALUES IN (true);
ALTER TABLE ONLY public.li ATTACH PARTITION public.li1 FOR VALUES IN (1, 2, '-3');
ALTER TABLE ONLY public.r ATTACH PARTITION public.r1 FOR VALUES FROM ('1', '2020-01-01', 1.5) TO ('10', MAXVALUE, MAXVALUE);
ALTER TABLE ONLY public.r ATTACH PARTITION public.r2 FOR VALUES FROM (MINVALUE, MINVALUE, MINVALUE) TO ('0', '2020-01-01', '0');
ALTER TABLE ONLY public.ts ATTACH PARTITION public.ts1 FOR VALUES FROM ('2020-01-01 00:00:00+00') TO ('2021-01-01 00:00:00+00');
ALTER TABLE ONLY public.ts ATTACH PARTITION public.ts_default DEFAULT;

-- desired
create table r (k bigint, d date, n numeric) partition by range (k, d, n);
create table r1 partition of r for values from (1, '2020-1-1', 1.5) to (10, maxvalue, maxvalue);
create table r2 partition of r for values from (minvalue, minvalue, minvalue) to (0, '2020-01-01', 0);
create table ts (at timestamptz not null, v int) partition by range (at);
create table ts1 partition of ts for values from ('2020-01-01 00:00:00+00') to ('2021-01-01 00:00:00+00');
create table ts_default partition of ts default;
create table l (k text) partition by list (lower(k));
create table l1 partition of l for values in ('a', 'b', null);
create table lb (b boolean) partition by list (b);
create table lb1 partition of lb for values in (true);
create table li (k int) partition by list (k);
create table li1 partition of li for values in (1, 2, -3);
create table h (k bigint) partition by hash (k);
create table h0 partition of h for values with (modulus 4, remainder 0);

-- plan
