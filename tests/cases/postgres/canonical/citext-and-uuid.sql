-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE EXTENSION IF NOT EXISTS citext WITH SCHEMA public;
CREATE EXTENSION IF NOT EXISTS "uuid-ossp" WITH SCHEMA public;
CREATE DOMAIN public.email AS public.citext
	CONSTRAINT email_check CHECK ((VALUE OPERATOR(public.~*) '^[^@]+@[^@]+$'::public.citext));
CREATE TABLE public.users (
    id uuid DEFAULT public.uuid_generate_v4() NOT NULL,
    name public.citext NOT NULL,
    mail public.email,
    CONSTRAINT users_mail_check CHECK (((mail)::public.citext OPERATOR(public.~~) '%@%'::public.citext)),
    CONSTRAINT users_name_check CHECK ((name OPERATOR(public.<>) ''::public.citext)),
    CONSTRAINT users_name_check1 CHECK (((name OPERATOR(public.=) ANY (ARRAY['a'::public.citext, 'b'::public.citext])) OR (name IS NULL)))
);
CREATE VIEW public.v AS
 SELECT users.id,
    ((users.name)::text || '!'::text) AS n
   FROM public.users
  WHERE (((users.mail)::public.citext OPERATOR(public.=) 'A@b.c'::public.citext) AND (users.name OPERATOR(public.=) 'x'::public.citext))
  ORDER BY users.name;
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_mail_key UNIQUE (mail);
ALTER TABLE ONLY public.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);
CREATE INDEX users_lower_idx ON public.users USING btree (lower((name)::text));
CREATE INDEX users_name_idx ON public.users USING btree (name) WHERE (name OPERATOR(public.<>) 'x'::public.citext);

-- desired
create extension citext;
create extension "uuid-ossp";
create domain email as citext check (value ~* '^[^@]+@[^@]+$');
create table users (id uuid primary key default uuid_generate_v4(), name citext not null, mail email unique, check (name <> ''), check (mail like '%@%'), check (name in ('a', 'b') or name is null));
create index on users (lower(name));
create index on users (name citext_ops) where name <> 'x';
create view v as select id, name || '!' as n from users where mail = 'A@b.c' and name = 'x' order by name;

-- needs
extension citext
extension uuid-ossp

-- plan
