-- What a source renames later is named so by views and definitions made before: the server keeps them as trees.
-- current
CREATE SCHEMA old;
-- desired
create schema old;
create table old.t (id int, "Name" text);
create type old.mood as enum ('a','b');
create function old.f(int) returns int language sql immutable as 'select $1';
create function old.g(m old.mood) returns int language sql begin atomic select 1 from old.t where old.f(t.id) > 0; end;
create function old.tg() returns trigger language plpgsql as 'begin return new; end';
create trigger tr before update on old.t for each row execute function old.tg();
create sequence old.s;
create table old.u (a old.mood default 'a', b int default nextval('old.s'), c int check (old.f(c) > 1), d int generated always as (old.f(1)) stored);
create view old.v as select t.id, t."Name", old.f(t.id) from old.t;
create view old.w as select v.id from old.v where v.id > 0 and exists (select from old.t a where a.id = v.id);
create index ui on old.u (old.f(c));
create materialized view old.mv as select id as x from old.t;
create aggregate old.agg(int) (sfunc=int4pl, stype=int);
create domain old.dom as int check (old.f(value) > 0);
create operator old.=== (leftarg=int, rightarg=int, function=int4eq);
create text search configuration old.tsc (copy = simple);
create cast (old.mood as int) with function old.g(old.mood);
create collation old.coll (locale='C');
create table old.part (a int) partition by range (old.f(a));
create statistics old.st on id, "Name" from old.t;
alter table old.t rename to t2;
alter table old.t2 rename column id to id2;
alter function old.f(int) rename to f2;
alter type old.mood rename to mood2;
alter function old.tg() rename to tg2;
alter sequence old.s rename to s2;
alter view old.v rename to v2;
alter table old.u set schema public;
alter function old.g(old.mood2) set schema public;
create type stage as enum ('raw', 'done');
create table job (id int, stage stage default 'raw', stages stage[] default '{raw}');
alter type stage rename value 'raw' to 'fresh';
alter table job alter stages drop default;
