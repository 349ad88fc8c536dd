-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    d date,
    s timestamp without time zone,
    z timestamp with time zone,
    i interval,
    t time without time zone,
    CONSTRAINT t_check CHECK (((s AT TIME ZONE 'utc'::text) < z)),
    CONSTRAINT t_check1 CHECK ((d < (s + '1 year'::interval))),
    CONSTRAINT t_check2 CHECK ((s < (d + 10))),
    CONSTRAINT t_d_check CHECK ((d > '2020-01-01'::date)),
    CONSTRAINT t_d_check1 CHECK (((d >= '2020-01-01'::date) AND (d < '2030-12-31'::date))),
    CONSTRAINT t_d_check2 CHECK ((date_part('month'::text, d) < (13)::double precision)),
    CONSTRAINT t_i_check CHECK (((i > '1 day'::interval) AND (i < '90 days'::interval))),
    CONSTRAINT t_s_check CHECK ((s > '2020-01-01 00:00:00'::timestamp without time zone)),
    CONSTRAINT t_s_check1 CHECK ((EXTRACT(year FROM s) > (2000)::numeric)),
    CONSTRAINT t_s_check2 CHECK ((date_trunc('day'::text, s) = s)),
    CONSTRAINT t_t_check CHECK (((t >= '08:00:00'::time without time zone) AND (t <= '18:00:00'::time without time zone)))
);

-- desired
create table t (d date, s timestamp, z timestamptz, i interval, t time, check (d > date '2020-01-01'), check (d >= '2020-01-01' and d < '2030-12-31'), check (s > '2020-01-01'), check (extract(year from s) > 2000), check (date_part('month', d) < 13), check (s at time zone 'utc' < z), check (i > interval '1 day' and i < '90 days'), check (t between '08:00' and '18:00'), check (d < s + interval '1 year'), check (date_trunc('day', s) = s), check (s < d + 10));

-- plan
