-- current

-- desired
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SELECT pg_catalog.set_config('search_path', '', false);
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TABLE public.t (
    a integer NOT NULL
);
CREATE SEQUENCE public.s;
SELECT pg_catalog.setval('public.s', 7, true);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (a);

-- plan
BEGIN;

CREATE SEQUENCE s;

CREATE TABLE t (
    a integer PRIMARY KEY
);

COMMIT;
