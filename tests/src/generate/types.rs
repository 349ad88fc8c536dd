//! Schemas, enums, domains, composite types and sequences.

use super::{Lots, Script};

/// The user-defined types of a side, as columns can use them: name, a default that fits, a value that fits.
#[derive(Clone, Debug, Default)]
pub(super) struct Types {
    pub(super) columns: Vec<(String, String, String)>,
    pub(super) sequences: Vec<String>,
}

const LABELS: &[&str] = &["new", "open", "on hold", "done", "it's over", "Gone"];

pub(super) fn make(lots: &Lots, script: &mut Script) -> Types {
    let mut types = Types::default();
    script.add("schema app", "CREATE SCHEMA app");
    for name in ["public.status", "app.level"] {
        enumeration(name, lots, script, &mut types);
    }
    domain(lots, script, &mut types);
    if lots.of("type address").chance(50) {
        let zip = lots.of("type address zip").pick(&["text", "character varying(10)", "integer"]);
        let town = if lots.of("type address town").chance(60) { ", town text" } else { "" };
        script.add("type address", format!("CREATE TYPE public.address AS (street text, zip {zip}{town})"));
        types.columns.push(("public.address".into(), String::new(), "NULL".into()));
    }
    for name in ["public.s1", "app.s2"] {
        sequence(name, lots, script, &mut types);
    }
    types
}

fn enumeration(name: &str, lots: &Lots, script: &mut Script, types: &mut Types) {
    if !lots.of(&format!("enum {name}")).chance(80) {
        return;
    }
    let mut labels: Vec<_> =
        (LABELS.iter()).filter(|label| lots.of(&format!("label {name} {label}")).chance(60)).collect();
    if labels.is_empty() {
        labels.push(&"only");
    }
    if lots.of(&format!("order {name}")).chance(20) {
        labels.reverse();
    }
    let quoted: Vec<_> = labels.iter().map(|label| format!("'{}'", label.replace('\'', "''"))).collect();
    script.add(format!("enum {name}"), format!("CREATE TYPE {name} AS ENUM ({})", quoted.join(", ")));
    types.columns.push((name.into(), quoted[0].clone(), quoted[0].clone()));
}

fn domain(lots: &Lots, script: &mut Script, types: &mut Types) {
    let mut lot = lots.of("domain email");
    if !lot.chance(60) {
        return;
    }
    let base = lot.pick(&["text", "character varying(80)"]);
    let default = lot.pick(&["", " DEFAULT 'a@b'"]);
    let check = lots.of("domain email check").pick(&[
        "",
        " CHECK (VALUE ~ '@')",
        " CONSTRAINT email_ok CHECK (length(VALUE) > 2 AND VALUE LIKE '%@%')",
    ]);
    script.add("domain email", format!("CREATE DOMAIN app.email AS {base}{default}{check}"));
    types.columns.push(("app.email".into(), "'x@y'".into(), "'me@here'".into()));
}

fn sequence(name: &str, lots: &Lots, script: &mut Script, types: &mut Types) {
    let mut lot = lots.of(&format!("sequence {name}"));
    if !lot.chance(60) {
        return;
    }
    let kind = lot.pick(&["", " AS integer"]);
    let options =
        lot.pick(&["", " INCREMENT BY 5", " START WITH 10 MINVALUE 10", " MAXVALUE 1000 CYCLE", " CACHE 20"]);
    script.add(format!("sequence {name}"), format!("CREATE SEQUENCE {name}{kind}{options}"));
    types.sequences.push(name.into());
}
