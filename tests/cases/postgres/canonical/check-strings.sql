-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.t (
    b character varying(10),
    c text,
    p character(3),
    CONSTRAINT t_b_check CHECK (((b)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]))),
    CONSTRAINT t_b_check1 CHECK (((b)::text <> ''::text)),
    CONSTRAINT t_b_check2 CHECK ((((b)::text = 'x'::text) OR ((b)::text ~~ 'y%'::text))),
    CONSTRAINT t_b_check3 CHECK (((b)::text ~ similar_to_escape('a|b'::text))),
    CONSTRAINT t_b_check4 CHECK ((length((b)::text) > 0)),
    CONSTRAINT t_b_check5 CHECK ((char_length((b)::text) < 10)),
    CONSTRAINT t_b_check6 CHECK ((upper((b)::text) = (b)::text)),
    CONSTRAINT t_c_check CHECK ((c <> ALL (ARRAY['x'::text, 'y'::text]))),
    CONSTRAINT t_c_check1 CHECK (((c ~~ 'a%'::text) AND (c !~~* '%b'::text))),
    CONSTRAINT t_c_check2 CHECK (((c ~ '^a'::text) AND (c !~* 'b$'::text))),
    CONSTRAINT t_c_check3 CHECK ((SUBSTRING(c FROM 1 FOR 2) = 'ab'::text)),
    CONSTRAINT t_c_check4 CHECK ((TRIM(BOTH FROM c) <> ''::text)),
    CONSTRAINT t_c_check5 CHECK ((POSITION(('a'::text) IN (c)) > 0)),
    CONSTRAINT t_c_check6 CHECK (((c COLLATE "C") > 'a'::text)),
    CONSTRAINT t_check CHECK ((((b)::text || 'x'::text) <> c)),
    CONSTRAINT t_p_check CHECK ((p = 'abc'::bpchar))
);

-- desired
create table t (b varchar(10), c text, p char(3), check (b in ('x', 'y')), check (b <> ''), check (b = 'x' or b like 'y%'), check (c not in ('x', 'y')), check (c like 'a%' and c not ilike '%b'), check (c ~ '^a' and c !~* 'b$'), check (b similar to 'a|b'), check (p = 'abc'), check (length(b) > 0), check (char_length(b)::int < 10), check (b || 'x' <> c), check (substring(c from 1 for 2) = 'ab'), check (trim(both from c) <> ''), check (position('a' in c) > 0), check (upper(b) = b), check (c collate "C" > 'a'));

-- plan
