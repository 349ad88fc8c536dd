-- A source renames a schema: everything that names what lives in it follows.
-- current
CREATE SCHEMA kept;
-- desired
create schema old;
create table old.t (id int, "Name" text);
create type old.mood as enum ('a','b');
create function old.f(int) returns int language sql immutable as 'select $1';
create function old.g(m old.mood) returns int language sql begin atomic select id from old.t where old.f(id) > 0; end;
create function old.tg() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update on old.t for each row execute function old.tg();
create sequence old.s;
create table old.u (a old.mood default 'a', b int default nextval('old.s'), c int check (old.f(c) > 1), d int generated always as (old.f(1)) stored);
create view old.v as select t.id, t."Name", old.f(t.id) from old.t;
create view old.w as select v.id from old.v where v.id in (select a.id from old.t a);
create index ui on old.u (old.f(c));
create materialized view old.mv as select id as x from old.t;
create aggregate old.agg(int) (sfunc=int4pl, stype=int);
create domain old.dom as int check (old.f(value) > 0);
create operator old.=== (leftarg=int, rightarg=int, function=int4eq);
create policy p on old.t using (old.f(id) > 1);
create rule r as on insert to old.u do also select old.f(1);
create text search configuration old.tsc (copy = simple);
create cast (old.mood as int) with function old.g(old.mood);
create collation old.coll (locale='C');
create table old.part (a int) partition by range (old.f(a));
create statistics old.st on id, "Name" from old.t;
alter schema old rename to new;
