-- current
SELECT pg_catalog.set_config('search_path', '', false);
CREATE SCHEMA app;
CREATE TYPE app.mood AS ENUM (
    'sad',
    'ok'
);
CREATE TABLE app.t (
    id integer NOT NULL,
    m app.mood DEFAULT 'ok'::app.mood,
    p integer,
    CONSTRAINT t_m_check CHECK ((m = ANY (ARRAY['sad'::app.mood, 'ok'::app.mood])))
);
CREATE FUNCTION app.f(app.t) RETURNS app.mood
    LANGUAGE sql
    AS $_$select $1.m$_$;
CREATE SEQUENCE app.t_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;
CREATE VIEW app.v AS
 SELECT t.id,
    t.m,
    app.f(t.*) AS fm
   FROM app.t
  WHERE (t.m <> 'sad'::app.mood);
CREATE TABLE public.t2 (
    id integer,
    m app.mood[] DEFAULT ARRAY['ok'::app.mood]
);
ALTER TABLE ONLY app.t ALTER COLUMN id SET DEFAULT nextval('app.t_id_seq'::regclass);
ALTER TABLE ONLY app.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);
CREATE INDEX t_m_idx ON app.t USING btree (m) WHERE (m = 'ok'::app.mood);
ALTER TABLE ONLY app.t
    ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES app.t(id);
ALTER TABLE ONLY public.t2
    ADD CONSTRAINT t2_id_fkey FOREIGN KEY (id) REFERENCES app.t(id);

-- desired
create schema app;
set search_path = app, public;
create type mood as enum ('sad', 'ok');
create table t (id serial primary key, m mood default 'ok', p int references t, check (m in ('sad', 'ok')));
create function f(t) returns mood language sql as 'select $1.m';
create view v as select id, m, f(t) as fm from t where m <> 'sad';
create index on t (m) where m = 'ok';
reset search_path;
create table t2 (id int references app.t, m app.mood[] default array['ok']::app.mood[]);

-- plan
