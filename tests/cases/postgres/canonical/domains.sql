-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE DOMAIN public.code AS character varying(5)
	CONSTRAINT code_check CHECK ((((VALUE)::text = ANY ((ARRAY['a'::character varying, 'b'::character varying])::text[])) OR (length((VALUE)::text) > 2)));
CREATE DOMAIN public.email AS text NOT NULL DEFAULT 'a@b'::text
	CONSTRAINT email_check CHECK ((VALUE ~ '@'::text));
CREATE DOMAIN public.posint AS integer
	CONSTRAINT odd CHECK ((((VALUE % 2) = 1) AND (VALUE <> ALL (ARRAY[5, 7]))))
	CONSTRAINT posint_check CHECK ((VALUE > 0));
CREATE TABLE public.t (
    e public.email,
    p public.posint DEFAULT 1,
    c public.code,
    CONSTRAINT t_c_check CHECK ((((c)::text = 'a'::text) OR ((c)::text = ANY ((ARRAY['b'::character varying, 'ccc'::character varying])::text[])))),
    CONSTRAINT t_e_check CHECK (((e)::text <> ''::text)),
    CONSTRAINT t_p_check CHECK ((((p)::integer >= 1) AND ((p)::integer <= 5)))
);

-- desired
create domain email as text default 'a@b' not null check (value ~ '@');
create domain posint as int check (value > 0) constraint odd check (value % 2 = 1 and value not in (5, 7));
create domain code as varchar(5) check (value in ('a', 'b') or length(value) > 2);
create table t (e email, p posint default 1, c code, check (e <> ''), check (c = 'a' or c in ('b', 'ccc')), check (p between 1 and 5));

-- plan
