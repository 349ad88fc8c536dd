//! Types over types: domains over types that change, ranges, composites and arrays of them; and functions for expressions.

use super::types::Types;
use super::{Lots, Script};

/// Adds to the types that columns can have.
pub(super) fn types(lots: &Lots, script: &mut Script, types: &mut Types) {
    let mut bases: Vec<(String, String, String)> = [("integer", "1", "7"), ("text", "'a'", "'seven'")]
        .map(|(ty, default, value)| (ty.into(), default.into(), value.into()))
        .into();
    bases.append(&mut types.columns.clone());
    domain(lots, script, types, &bases);
    range(lots, script, types, &bases);
    composite(lots, script, types);
    if let Some((ty, ..)) = types.columns.first().cloned() {
        types.columns.push((format!("{ty}[]"), "'{}'".into(), "'{}'".into()));
    }
}

fn domain(lots: &Lots, script: &mut Script, types: &mut Types, bases: &[(String, String, String)]) {
    if !lots.of("domain code").chance(70) {
        return;
    }
    let mut lot = lots.of("domain code base");
    let (ty, default, value) = &bases[lot.below(bases.len() as u64) as usize];
    let check = lots.of("domain code check").pick(&[
        "",
        " CHECK (VALUE IS NOT NULL OR true)",
        " CONSTRAINT code_ok CHECK (VALUE::text <> 'zzz')",
    ]);
    script.add("domain code", format!("CREATE DOMAIN public.code AS {ty}{check}"));
    types.columns.push(("public.code".into(), default.clone(), value.clone()));
}

fn range(lots: &Lots, script: &mut Script, types: &mut Types, bases: &[(String, String, String)]) {
    if !lots.of("range span").chance(50) {
        return;
    }
    let mut lot = lots.of("range span subtype");
    let own = bases.iter().filter(|(ty, ..)| ty != "public.address").map(|(ty, ..)| ty.as_str());
    let subtypes: Vec<&str> = own.chain(["date", "numeric"]).collect();
    let subtype = subtypes[lot.below(subtypes.len() as u64) as usize];
    script.add("range span", format!("CREATE TYPE app.span AS RANGE (SUBTYPE = {subtype})"));
    types.columns.push(("app.span".into(), "'empty'".into(), "'empty'".into()));
}

fn composite(lots: &Lots, script: &mut Script, types: &mut Types) {
    if !lots.of("type place").chance(60) {
        return;
    }
    let mut parts = vec!["n integer".to_owned()];
    for (n, (ty, ..)) in types.columns.iter().enumerate() {
        if lots.of(&format!("type place {ty}")).chance(40) {
            parts.push(format!("p{n} {ty}"));
        }
    }
    script.add("type place", format!("CREATE TYPE public.place AS ({})", parts.join(", ")));
    types.columns.push(("public.place".into(), String::new(), "NULL".into()));
}

/// What checks, indexes and generated columns call.
pub(super) fn functions(lots: &Lots, script: &mut Script) {
    let (argument, body) = match lots.of("function norm").below(4) {
        0 => ("text", "SELECT lower($1)"),
        1 => ("text", "SELECT trim($1)"),
        2 => ("s text", "SELECT lower(s)"),
        _ => ("character varying", "SELECT lower($1::text)"),
    };
    script.add(
        "function norm",
        format!("CREATE FUNCTION app.norm({argument}) RETURNS text LANGUAGE sql IMMUTABLE AS $${body}$$"),
    );
}
