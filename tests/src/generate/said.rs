//! What is said of objects: comments on everything that has a name, privileges beyond those of tables.

use super::table::Table;
use super::{Lots, Script, Statement};

/// Comments on what the script makes so far.
pub(super) fn comments(lots: &Lots, _: &[Table], script: &mut Script) {
    let targets: Vec<(String, String)> = script.statements.iter().flat_map(targets).collect();
    for (key, target) in targets {
        let key = format!("said of {key}");
        if lots.of(&key).chance(20) {
            let text = lots.of(&format!("{key} text")).pick(&["one", "two", "it''s three"]);
            script.add(&key, format!("COMMENT ON {target} IS '{text}'"));
        }
    }
}

/// What a statement makes, as `COMMENT ON` names it.
fn targets(statement: &Statement) -> Vec<(String, String)> {
    let words: Vec<&str> = statement.head.split_whitespace().collect();
    let of = |target: String| vec![(statement.key.clone(), target)];
    let on = || words.iter().position(|word| *word == "ON").and_then(|at| words.get(at + 1)).copied();
    match words.as_slice() {
        ["CREATE", "SCHEMA", name, ..] => of(format!("SCHEMA {name}")),
        ["CREATE", "TYPE", name, ..] => of(format!("TYPE {name}")),
        ["CREATE", "DOMAIN", name, ..] => of(format!("DOMAIN {name}")),
        ["CREATE", "SEQUENCE", name, ..] => of(format!("SEQUENCE {name}")),
        ["CREATE", "VIEW", name, ..] => of(format!("VIEW {name}")),
        ["CREATE", "STATISTICS", name, ..] => of(format!("STATISTICS {name}")),
        ["CREATE", "MATERIALIZED", "VIEW", name, ..] => of(format!("MATERIALIZED VIEW {name}")),
        ["CREATE", "TRIGGER", name, ..] | ["CREATE", "CONSTRAINT", "TRIGGER", name, ..] => {
            on().map_or(Vec::new(), |table| of(format!("TRIGGER {name} ON {table}")))
        }
        ["CREATE", "POLICY", name, ..] => {
            on().map_or(Vec::new(), |table| of(format!("POLICY {name} ON {table}")))
        }
        ["CREATE", "INDEX", name, "ON", table, ..] | ["CREATE", "UNIQUE", "INDEX", name, "ON", table, ..]
            if *name != "ON" =>
        {
            let schema = table.split('.').next().unwrap_or_default();
            of(format!("INDEX {schema}.{name}"))
        }
        ["CREATE", "TABLE", name, ..] | ["CREATE", "UNLOGGED", "TABLE", name, ..] => {
            constraints(statement, name)
        }
        _ => Vec::new(),
    }
}

/// The constraints of a table that have names.
fn constraints(statement: &Statement, table: &str) -> Vec<(String, String)> {
    let named = |(key, text): &(String, String)| {
        let name = text.strip_prefix("CONSTRAINT ")?.split_whitespace().next()?.to_owned();
        Some((format!("{} {key}", statement.key), format!("CONSTRAINT {name} ON {table}")))
    };
    statement.elements.iter().filter_map(named).collect()
}

/// Both sides name the privileges of the same kinds of objects: only then they are managed.
pub(super) fn grants(lots: &Lots, tables: &[Table], script: &mut Script) {
    let mut lot = lots.of("grant schema");
    let role = lot.pick(&["role_a", "role_b", "role_a, role_b"]);
    script.add("grant schema", format!("GRANT USAGE ON SCHEMA app TO {role}"));
    let role = lots.of("grant touch").pick(&["role_a", "role_b", "PUBLIC"]);
    // In one, since their order matters.
    script.add(
        "grant touch",
        format!(
            "REVOKE ALL ON FUNCTION app.touch() FROM PUBLIC;\nGRANT EXECUTE ON FUNCTION app.touch() TO {role}"
        ),
    );
    for table in tables {
        let Some(column) = table.columns.first() else { continue };
        let what = lots.of(&format!("grant column {}", table.key)).pick(&[
            "SELECT (id)",
            "SELECT (id, #)",
            "UPDATE (#)",
        ]);
        let what = what.replace('#', &column.name);
        script
            .add(format!("grant column {}", table.key), format!("GRANT {what} ON {} TO role_c", table.name));
    }
    let others: Vec<(String, String)> = (script.statements.iter())
        .filter_map(|statement| {
            let words: Vec<&str> = statement.head.split_whitespace().collect();
            match words.as_slice() {
                ["CREATE", "VIEW", name, ..] | ["CREATE", "MATERIALIZED", "VIEW", name, ..] => {
                    Some((statement.key.clone(), format!("ON {name}")))
                }
                ["CREATE", "SEQUENCE", name, ..] => {
                    Some((statement.key.clone(), format!("ON SEQUENCE {name}")))
                }
                _ => None,
            }
        })
        .collect();
    for (key, on) in others {
        let role = lots.of(&format!("grant {key}")).pick(&["role_a", "role_b"]);
        script.add(format!("grant {key}"), format!("GRANT SELECT {on} TO {role}"));
    }
}
