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

-- needs
version 14

-- plan
BEGIN;

CREATE SCHEMA new;

CREATE COLLATION new.coll (provider = libc, locale = 'C');

CREATE TEXT SEARCH CONFIGURATION new.tsc (PARSER = "default");

ALTER TEXT SEARCH CONFIGURATION new.tsc
    ADD MAPPING FOR asciihword, asciiword, email, file, "float", host, hword, hword_asciipart, hword_numpart, hword_part, "int", numhword, numword, sfloat, uint, url, url_path, version, word WITH simple;

CREATE FUNCTION new.f(integer) RETURNS integer
    LANGUAGE sql IMMUTABLE
    AS $$select $1$$;

CREATE DOMAIN new.dom AS integer
    CONSTRAINT dom_check CHECK (new.f(value) > 0);

CREATE TYPE new.mood AS ENUM ('a', 'b');

CREATE SEQUENCE new.s;

CREATE TABLE new.part (
    a integer
) PARTITION BY RANGE (new.f(a));

CREATE TABLE new.t (
    id integer,
    "Name" text
);

CREATE STATISTICS new.st ON id, "Name" FROM new.t;

CREATE TABLE new.u (
    a new.mood DEFAULT 'a',
    b integer DEFAULT nextval('new.s'),
    c integer CHECK (new.f(c) > 1),
    d integer GENERATED ALWAYS AS (new.f(1)) STORED
);

CREATE INDEX ui ON new.u (new.f(c));

CREATE FUNCTION new.g(m new.mood) RETURNS integer
    LANGUAGE sql
    begin atomic select id from new.t where new.f(id) > 0; end;

CREATE FUNCTION new.tg() RETURNS trigger
    LANGUAGE plpgsql
    AS $$begin return new; end$$;

CREATE AGGREGATE new.agg(integer) (
    SFUNC = int4pl,
    STYPE = integer
);

CREATE OPERATOR new.=== (FUNCTION = int4eq, LEFTARG = integer, RIGHTARG = integer);

CREATE CAST (new.mood AS integer) WITH FUNCTION new.g(new.mood);

CREATE MATERIALIZED VIEW new.mv AS
select id as x from new.t;

CREATE VIEW new.v AS
select t.id, t."Name", new.f(t.id) from new.t;

CREATE VIEW new.w AS
select v.id from new.v where v.id in (select a.id from new.t a);

CREATE RULE r AS
    ON INSERT TO new.u
    DO ALSO select new.f(1);

CREATE TRIGGER tr
    BEFORE UPDATE ON new.t
    FOR EACH ROW
    EXECUTE FUNCTION new.tg();

CREATE POLICY p ON new.t USING (new.f(id) > 1);

DROP SCHEMA kept;

COMMIT;
