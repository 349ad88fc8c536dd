-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer,
    b bigint,
    d numeric(10,2),
    f real,
    m boolean,
    CONSTRAINT t_a_check CHECK ((a = ANY (ARRAY[1, 2, 3]))),
    CONSTRAINT t_a_check1 CHECK ((a <> ALL (ARRAY[4, 5]))),
    CONSTRAINT t_a_check2 CHECK (((a >= 1) AND (a <= 10))),
    CONSTRAINT t_a_check3 CHECK (((a < 20) OR (a > 30))),
    CONSTRAINT t_a_check4 CHECK (((a <> 7) AND (a <> 8))),
    CONSTRAINT t_a_check5 CHECK ((a IS DISTINCT FROM 9)),
    CONSTRAINT t_a_check6 CHECK (((a)::double precision > (1)::double precision)),
    CONSTRAINT t_a_check7 CHECK (((a)::text <> '1'::text)),
    CONSTRAINT t_b_check CHECK ((b > '-1'::integer)),
    CONSTRAINT t_check CHECK (((a <> 1) OR (b <> 2))),
    CONSTRAINT t_check1 CHECK ((((a + (b * 2)) - (a - 1)) > 0)),
    CONSTRAINT t_d_check CHECK (((d > (0)::numeric) AND (d < 1.5))),
    CONSTRAINT t_f_check CHECK ((f >= (0.5)::double precision)),
    CONSTRAINT t_m_check CHECK ((NOT (m IS TRUE))),
    CONSTRAINT t_m_check1 CHECK (((m = true) OR (m IS NOT FALSE)))
);

-- desired
create table t (a int, b bigint, d numeric(10,2), f real, m boolean, check (a in (1, 2, 3)), check (a not in (4, 5)), check (a between 1 and 10), check (a not between 20 and 30), check (a <> 7 and a != 8), check (d > 0 and d < 1.5), check (f >= 0.5), check (b > -1), check ((a, b) <> (1, 2)), check (a is distinct from 9), check (not m is true), check (m = true or m is not false), check (a + b * 2 - (a - 1) > 0), check (a::float8 > 1), check (cast(a as text) <> '1'));

-- plan
