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

-- needs
version 14

-- plan
BEGIN;

CREATE COLLATION old.coll (provider = libc, locale = 'C');

CREATE TEXT SEARCH CONFIGURATION old.tsc (PARSER = "default");

ALTER TEXT SEARCH CONFIGURATION old.tsc
    ADD MAPPING FOR asciihword, asciiword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word WITH simple;

CREATE FUNCTION old.f2(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select $1$$;

CREATE DOMAIN old.dom AS integer
    CONSTRAINT dom_check CHECK (old.f2(value) > 0);

CREATE TYPE old.mood2 AS ENUM ('a', 'b');

CREATE TYPE stage AS ENUM ('fresh', 'done');

CREATE SEQUENCE old.s2;

CREATE TABLE old.part (
    a integer
) PARTITION BY RANGE (old.f2(a));

CREATE TABLE old.t2 (
    id2 integer,
    "Name" text
);

CREATE STATISTICS old.st ON id2, "Name" FROM old.t2;

CREATE TABLE job (
    id integer,
    stage stage DEFAULT 'fresh',
    stages stage[]
);

CREATE TABLE u (
    a old.mood2 DEFAULT 'a',
    b integer DEFAULT nextval('old.s2'),
    c integer CHECK (old.f2(c) > 1),
    d integer GENERATED ALWAYS AS (old.f2(1)) STORED
);

CREATE INDEX ui ON u (old.f2(c));

CREATE FUNCTION old.tg2() RETURNS trigger
    LANGUAGE plpgsql
    AS $$begin return new; end$$;

CREATE FUNCTION g(m old.mood2) RETURNS integer
    LANGUAGE sql
    begin atomic select 1 from old.t2 where old.f2(t2.id2) > 0; end;

CREATE AGGREGATE old.agg(integer) (
    SFUNC = int4pl,
    STYPE = integer
);

CREATE OPERATOR old.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer);

CREATE CAST (old.mood2 AS integer) WITH FUNCTION g(old.mood2);

CREATE MATERIALIZED VIEW old.mv (x) AS
select id2 as x from old.t2;

CREATE VIEW old.v2 (id, "Name", f) AS
select t2.id2, t2."Name", old.f2(t2.id2) from old.t2;

CREATE VIEW old.w (id) AS
select v2.id from old.v2 where v2.id > 0 and exists (select from old.t2 a where a.id2 = v2.id);

CREATE TRIGGER tr
    BEFORE UPDATE ON old.t2
    FOR EACH ROW
    EXECUTE FUNCTION old.tg2();

COMMIT;
