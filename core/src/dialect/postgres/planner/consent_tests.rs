//! What is held back without consent: the plan that is left, and the list of what was not done.

use super::plan_consented;
use crate::options::Options;
use crate::pair::Pair;
use crate::parse;
use crate::plan::consent::Consent;
use crate::source::Source;

#[track_caller]
fn check(current: &str, desired: &str, allow: &[&str], expected: &str, held: &[&str]) {
    let read = |text: &str| {
        let parsed = parse(&[Source::new("s.sql", text)]);
        assert!(parsed.diagnostics.is_empty(), "{:?}", parsed.diagnostics);
        parsed
    };
    let (current, desired) = (read(current), read(desired));
    let options = Options { directives: desired.renames.clone(), ..Options::default() };
    let consent = Consent { everything: false, kinds: allow.iter().map(|kind| (*kind).to_owned()).collect() };
    let pair = Pair::new(&current.schema, &desired.schema);
    let out = plan_consented(pair, &options, &consent);
    let sql: Vec<&str> = out.plan.steps().map(|step| step.sql.as_str()).collect();
    let sql = sql.join("; ").split_whitespace().collect::<Vec<_>>().join(" ");
    let told: Vec<&str> = out.held_back.iter().map(|change| change.description.as_str()).collect();
    pretty_assertions::assert_eq!((sql.as_str(), told.as_slice()), (expected, held));
    // What is left leads to the schema it says it leads to.
    let again = plan_consented(Pair::new(&out.desired, &out.desired), &Options::default(), &consent);
    assert!(again.plan.is_empty());
}

#[test]
fn a_column_stays_with_what_stands_on_it() {
    let current =
        "CREATE TYPE mood AS ENUM ('a'); CREATE TABLE t (a integer, m mood DEFAULT 'a', CHECK (m > 'a'));
        CREATE INDEX t_m ON t (a, m);";
    let desired = "CREATE TABLE t (a integer, b integer);";
    check(
        current,
        desired,
        &[],
        "ALTER TABLE t ADD COLUMN b integer",
        &["drop type mood", "drop column t.m", "drop constraint t.t_m_check", "drop index t_m"],
    );
    check(
        current,
        desired,
        &["drop_column"],
        "ALTER TABLE t ADD COLUMN b integer, DROP COLUMN m; DROP TYPE mood",
        &[],
    );
}

#[test]
fn a_table_stays_whole() {
    let current = "CREATE TABLE t (a integer PRIMARY KEY, b serial); COMMENT ON TABLE t IS 'x';
        CREATE TABLE u (a integer REFERENCES t);";
    check(
        current,
        "CREATE TABLE u (a integer); CREATE TABLE v ();",
        &[],
        "ALTER TABLE u DROP CONSTRAINT u_a_fkey; CREATE TABLE v ()",
        &["drop sequence t_b_seq", "drop table t"],
    );
    check(
        current,
        "CREATE TABLE u (a integer);",
        &["drop_table"],
        "ALTER TABLE u DROP CONSTRAINT u_a_fkey; DROP TABLE t",
        &[],
    );
}

#[test]
fn what_takes_the_name_waits() {
    check(
        "CREATE TABLE t (a integer); CREATE TABLE u (a integer);",
        "CREATE TABLE u (a integer, b integer); CREATE VIEW t AS SELECT a FROM u; CREATE VIEW w AS SELECT a FROM t;",
        &[],
        "ALTER TABLE u ADD COLUMN b integer",
        &["drop table t", "create view t", "create view w"],
    );
}

#[test]
fn a_narrower_type_waits_with_what_needs_it() {
    check(
        "CREATE TABLE t (a numeric, b integer);",
        "CREATE TABLE t (a integer, b bigint, c integer); CREATE VIEW v AS SELECT b FROM t;",
        &[],
        "ALTER TABLE t ALTER COLUMN b TYPE bigint, ADD COLUMN c integer; CREATE VIEW v AS SELECT b FROM t",
        &["alter column t.a"],
    );
}

#[test]
fn parents_and_their_children_stay_alike() {
    check(
        "CREATE TABLE p (a integer, b integer); CREATE TABLE c () INHERITS (p);",
        "CREATE TABLE p (a integer); CREATE TABLE c () INHERITS (p);",
        &[],
        "",
        &["drop column p.b"],
    );
    check(
        "CREATE TABLE p (a integer, b integer) PARTITION BY LIST (a); CREATE TABLE c PARTITION OF p FOR VALUES IN (1);",
        "CREATE TABLE p (a integer, d integer) PARTITION BY LIST (a);",
        &[],
        "ALTER TABLE p ADD COLUMN d integer",
        &["drop table c", "drop column p.b"],
    );
}

#[test]
fn renamed_things_stay_under_their_new_names() {
    check(
        "CREATE TABLE t (a integer, b integer);",
        "-- @renamed from=t\nCREATE TABLE n (a integer);",
        &[],
        "ALTER TABLE t RENAME TO n",
        &["drop column n.b"],
    );
}
