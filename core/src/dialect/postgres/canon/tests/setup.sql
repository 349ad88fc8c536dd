create schema app; set search_path = app, public;
create extension if not exists citext schema public; create extension if not exists hstore schema public;
create extension if not exists ltree schema public; create extension if not exists pg_trgm schema public;
create extension if not exists "uuid-ossp" schema public; create extension if not exists pgcrypto schema public;
create extension if not exists unaccent schema public;
create type app.mood as enum ('sad', 'ok', 'happy');
create domain app.email as text check (value ~ '@');
create domain app.posint as integer check (value > 0);
create domain app.price as numeric(10,2);
create type app.pair as (x integer, y text);
create function app.f() returns integer language sql immutable as 'select 1';
create function app.g(a integer, b text default 'x') returns text language sql immutable as 'select b';
create function app.is_ok(m app.mood) returns boolean language sql immutable as 'select true';
create function app.vary(variadic a integer[]) returns integer language sql immutable as 'select 1';
create function app.lower(a integer) returns integer language sql immutable as 'select a';
create sequence app.sq;
create table app.t (
  id integer, a integer, b character varying(10), c text, d numeric(10,2), e timestamp without time zone,
  g timestamp with time zone, h date, i app.mood, j integer[], k text[], l interval, m boolean, n jsonb, o bigint,
  p character(3), q timestamp(3) with time zone, r double precision, s real, u time without time zone, v bit(3),
  w bit varying(5), x numeric, y smallint, aa character varying, ac app.email, aj uuid, ak app.mood[], am "char",
  an name, js json, ba bytea, ine inet, ci cidr, ma macaddr, mo money, ts tsvector, tq tsquery, r4 int4range, nr numrange,
  tr tsrange, tzr tstzrange, dr daterange, pt point, bx box, pi app.posint, pr app.price, pa app.pair, va character varying(20)[],
  xm xml, oi oid, rc regclass, tz time with time zone, br bpchar, mr int4multirange, "Weird Col" integer, "user" text,
  ct public.citext, hs public.hstore, lt public.ltree, cta public.citext[]
);
