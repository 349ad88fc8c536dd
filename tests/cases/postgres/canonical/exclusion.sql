-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE TABLE public.ex (
    r int4range,
    t tstzrange,
    c circle
);
ALTER TABLE ONLY public.ex
    ADD CONSTRAINT ex_c_excl EXCLUDE USING gist (c WITH &&);
ALTER TABLE ONLY public.ex
    ADD CONSTRAINT ex_r_excl EXCLUDE USING gist (r WITH &&) WHERE ((NOT isempty(r)));
ALTER TABLE ONLY public.ex
    ADD CONSTRAINT no_overlap EXCLUDE USING gist (t WITH &&, r WITH =);

-- desired
create table ex (r int4range, t tstzrange, c circle, exclude using gist (r with &&) where (not isempty(r)), constraint no_overlap exclude using gist (t with &&, r with =), exclude using gist (c with operator(pg_catalog.&&)));

-- plan
