-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    a integer,
    b integer,
    c integer,
    d integer,
    CONSTRAINT positive CHECK ((b > 0)),
    CONSTRAINT t_a_check CHECK ((a > 0)),
    CONSTRAINT t_a_check1 CHECK ((a > 1)),
    CONSTRAINT t_check CHECK ((a > b)),
    CONSTRAINT t_check1 CHECK (((c > 0) AND (d > 0)))
);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_a_b_key UNIQUE (a, b);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_c_key UNIQUE (c);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_d_fkey FOREIGN KEY (d) REFERENCES public.t(c);

-- desired
create table t (a int check (a > 0), b int constraint positive check (b > 0), c int, d int, check (a > 1), check (a > b), check (c > 0 and d > 0), unique (a, b), unique (c), foreign key (d) references t (c));

-- plan
