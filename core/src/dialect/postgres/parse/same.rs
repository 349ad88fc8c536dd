//! Tests of the grammar of types, views, routines, triggers, rules and policies: two texts that PostgreSQL takes for one
//! give one model, each text read without a word.

use super::parse;
use crate::source::Source;

fn check(a: &str, b: &str) {
    let read = |text: &str| {
        let parsed = parse(&[Source::new("t.sql", text)]);
        assert!(parsed.diagnostics.is_empty(), "{text}\n{:#?}", parsed.diagnostics);
        parsed.schema
    };
    pretty_assertions::assert_eq!(read(a), read(b), "{a}\n{b}");
}

const E: &str = "create type app.mood as enum ('sad', 'ok'); set search_path = app; ";

#[test]
fn types() {
    check(
        "create type m as enum ('a', 'c'); alter type m add value 'b' before 'c'",
        "create type m as enum ('a', 'b', 'c')",
    );
    check(
        "create type m as enum ('a'); alter type m rename value 'a' to 'it''s'",
        "create type m as enum ('it''s')",
    );
    check(
        "create type m as enum ('a'); alter type m add value if not exists 'a'",
        "create type m as enum ('a')",
    );
    check(
        "create type c as (a int, d text); alter type c add attribute b int, drop attribute d, alter attribute a type text",
        "create type public.c as (a text, b integer)",
    );
    check(
        "create type c as (a int); alter type c rename attribute a to b cascade",
        "create type c as (b int4)",
    );
    check("create type c as (a int); alter type c drop attribute if exists x", "create type c as (a int4)");
    check(
        "create type r as range (subtype = float8, subtype_diff = float8mi, multirange_type_name = public.r_multirange)",
        "create type r as range (subtype_diff = pg_catalog.float8mi, subtype = double precision)",
    );
    check("create type m as enum ('a'); drop type if exists m, n cascade", "");
    check("drop type if exists m; create type m as enum ()", "create type m as enum ()");
    check(
        "create type a as (x b); create type b as enum ('x')",
        "create type b as enum ('x'); create type a as (x public.b)",
    );
}

#[test]
fn domains() {
    check(
        "create domain d int default 0 not null check (value > 0) constraint x check (value < 9)",
        "create domain d as integer; alter domain d set default 0; alter domain d set not null; \
         alter domain d add constraint x check (value < 9); alter domain d add constraint d_check check (value > 0)",
    );
    check("create domain d text default null", "create domain d as text");
    check(
        "create domain d text collate \"C\" check (value <> '')",
        "create domain d as text check (value <> '') collate \"C\"",
    );
    check(
        "create domain d int check (value > 0); alter domain d rename to e",
        "create domain e int constraint d_check check (value > 0)",
    );
    check(
        "create domain d int constraint c check (value > 0) not valid; alter domain d validate constraint c",
        "create domain d int constraint c check (value > 0)",
    );
}

#[test]
fn views() {
    check(
        "create view v with (security_barrier) as select 1 as a with check option",
        "create or replace view public.v with (security_barrier = true, check_option = cascaded) as select 1 as a",
    );
    check(
        "create recursive view v (n) as values (1) union all select n + 1 from v",
        "create view v as WITH RECURSIVE v(n) AS (values (1) union all select n + 1 from v) SELECT n FROM v",
    );
    check(
        "create materialized view m using heap tablespace pg_default as select 1 with no data",
        "create materialized view m as select 1",
    );
    check(
        "create view v as select 1; alter view v set (security_invoker = true); alter view v reset (security_invoker)",
        "create view v as select 1",
    );
    check(
        "create view v as select 1; alter view if exists v rename to w; alter view if exists x rename to y",
        "create view w as select 1",
    );
    check(
        "create view v (a) as select 1; alter view v rename column a to b",
        "create view v (b) as select 1",
    );
    check("create view v as select case when true then 1 end with check option; drop view v", "");
}

#[test]
fn routines() {
    check(
        "create function f(int, b varchar(10) = 'x', variadic c text[] default '{}') returns void language 'SQL' as ''",
        "create or replace function public.f(in int4, in b character varying default 'x', variadic c text[] default '{}') \
         returns void as '' language sql volatile called on null input security invoker cost 100 parallel unsafe not leakproof",
    );
    check(
        "create function f(out a int, inout b text) language sql as ''",
        "create function f(out a int, b inout text) returns record language sql as $$$$",
    );
    check(
        "create function f() returns setof int language sql rows 1000 set search_path = '' set statement_timeout = 5000 as ''",
        "create function f() returns setof int language sql set search_path to '' set STATEMENT_TIMEOUT to '5000' as ''",
    );
    check(
        "create function f() returns int language sql set search_path to app, \"$user\" set time zone 'UTC' as ''",
        "create function f() returns int language sql set search_path = 'app', '$user' set timezone = 'UTC' as ''",
    );
    check(
        "create function f() returns int language sql as ''; alter function f stable strict cost 5 set a.b = '1'",
        "create function f() returns int language sql stable returns null on null input cost 5 set a.b to '1' as ''",
    );
    check(
        &format!("{E}create function f(mood) returns mood[] language sql as ''"),
        "create type app.mood as enum ('sad', 'ok'); create function app.f(app.mood) returns app.mood[] language sql as ''",
    );
    check(
        "create function f(int, int) returns int return $1 + $2",
        "create function f(int, int) returns int language sql return $1 + $2",
    );
    check(
        "create procedure p(inout x int) language sql begin atomic select 1; end; drop procedure p(inout int)",
        "",
    );
    check(
        "create function f() returns int language c as 'lib'",
        "create function f() returns int cost 1 as 'lib', 'f' language C",
    );
    check(
        "create function f() returns int language sql as ''; alter function f() rename to g",
        "create function g() returns int language sql as ''",
    );
    check(
        "create function f(double precision, timestamp with time zone) returns int language sql as ''",
        "create function f(float, timestamptz(3)) returns int language sql as ''",
    );
    check(
        "drop function if exists f(int); drop function if exists f; create function f(int) returns int language sql as ''",
        "create function f(int) returns int language sql as ''",
    );
}

#[test]
fn aggregates() {
    let s = "create function s(int, int) returns int language sql as ''; ";
    check(
        &format!("{s}create aggregate a(int) (sfunc = s, stype = int, parallel = UNSAFE, sspace = 0)"),
        &format!("{s}create aggregate public.a (stype = int4, basetype = int, sfunc = public.s)"),
    );
    check(
        "create aggregate a(*) (sfunc = int8inc, stype = int8, initcond = '0')",
        "create or replace aggregate a(*) (stype = bigint, sfunc = pg_catalog.int8inc, initcond = '0')",
    );
    check("create aggregate a(int) (sfunc = int4pl, stype = int4); drop aggregate a(integer)", "");
}

#[test]
fn triggers_rules_policies() {
    let t = "create view t as select 1 as a; create function f() returns trigger language plpgsql as ''; ";
    check(
        &format!("{t}create trigger g after insert or update of a on t execute procedure f(1, x, 'y')"),
        &format!(
            "{t}create trigger g after update of a or insert on public.t for each statement execute function public.f('1', 'x', 'y')"
        ),
    );
    check(
        &format!(
            "{t}create constraint trigger g after insert on t initially deferred for each row execute function f()"
        ),
        &format!(
            "{t}create constraint trigger g after insert on t deferrable initially deferred for row execute function f()"
        ),
    );
    check(
        "create trigger g before insert on t execute function f(); create function f() returns trigger language plpgsql as ''; create view t as select 1 as a",
        &format!("{t}create trigger g before insert on t execute function f()"),
    );
    check(
        &format!(
            "{t}create trigger g after insert on t referencing new table as n execute function f(); drop trigger g on t"
        ),
        t,
    );
    check(
        &format!("{t}create rule r as on insert to t do instead (select 1; select 2;)"),
        &format!("{t}create or replace rule r as on insert to t do instead (select 1; select 2)"),
    );
    check(
        &format!("{t}create rule r as on delete to t where a > 1 do nothing"),
        &format!("{t}create rule r as on delete to t where a > 1 do also nothing"),
    );
    check(
        &format!("{t}create policy p on t using (a = 1)"),
        &format!(
            "{t}create policy p on t as permissive for all to public; alter policy p on t using (a = 1)"
        ),
    );
    check(
        &format!("{t}create policy p on t to b, a with check (a in (1, 2))"),
        &format!("{t}create policy q on t to a, b with check (a in (1, 2)); alter policy q on t rename to p"),
    );
    check(&format!("{t}create policy p on t; drop policy if exists p on t; drop policy if exists p on u"), t);
}
