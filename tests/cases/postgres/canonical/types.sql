-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a smallint,
    b integer,
    c bigint,
    d real,
    e double precision,
    f numeric,
    g numeric(10,0),
    h character varying,
    i character varying(5),
    j character(1),
    k bpchar,
    l boolean,
    m timestamp(3) with time zone,
    n time without time zone,
    o time with time zone,
    p bit(1),
    q bit varying(5),
    r "char",
    s integer[],
    t text[],
    u interval day to second(3),
    v timestamp(0) with time zone,
    w integer,
    x double precision,
    y character varying(3),
    z numeric(8,0)
);

-- desired
create table t (a int2, b int4, c int8, d float(20), e float, f decimal, g dec(10), h character varying, i varchar(5), j char, k bpchar, l bool, m timestamptz(3), n time, o timetz, p bit, q varbit(5), r "char", s int array, t text[3][3], u interval day to second(3), v timestamp(0) with time zone, w pg_catalog.int4, x double precision, y national character varying(3), z numeric(8));

-- plan
