//! Columns: type, default, generated expression, collation, NOT NULL.

use super::Lots;
use super::types::Types;

/// A column as the rest of the schema sees it.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// What it draws its lots by: the name it had before it was renamed.
    pub(super) key: String,
    pub(super) name: String,
    pub(super) ty: String,
    pub(super) text: String,
    /// A value to put in, if one may be given.
    pub(super) value: Option<String>,
}

/// Built-in types: name, defaults that fit, a value that fits.
const BUILT_IN: &[(&str, &[&str], &str)] = &[
    ("integer", &["0", "42", "-1", "(1 + 2)", "length('abc')"], "7"),
    ("bigint", &["0", "9000000000", "'5'::bigint"], "8"),
    ("smallint", &["1"], "3"),
    ("numeric(10,2)", &["0", "1.50", "0.00"], "12.34"),
    ("numeric", &["0", "(10 / 3.0)"], "0.5"),
    ("double precision", &["0", "1.5"], "2.5"),
    ("text", &["''", "'it''s'", "lower('A')", "('a' || 'b')", "CURRENT_USER"], "'seven'"),
    ("character varying(50)", &["'x'", "''::varchar"], "'eight'"),
    ("varchar(100)", &["'y'"], "'nine'"),
    ("character(3)", &["'abc'"], "'xyz'"),
    ("boolean", &["true", "false", "(NOT true)"], "true"),
    ("date", &["CURRENT_DATE", "'2020-01-01'", "'2020-02-29'::date"], "'2021-03-04'"),
    ("timestamp", &["now()", "LOCALTIMESTAMP", "'2020-01-01 10:00'"], "'2021-03-04 05:06:07'"),
    (
        "timestamp with time zone",
        &["now()", "CURRENT_TIMESTAMP", "(now() + '1 day'::interval)"],
        "'2021-03-04 05:06:07+00'",
    ),
    ("interval", &["'1 day'", "'01:00:00'::interval"], "'2 hours'"),
    ("jsonb", &["'{}'", "'[]'::jsonb", "jsonb_build_object('a', 1)"], "'{\"a\": 1}'"),
    ("uuid", &["gen_random_uuid()"], "'6f1c3c1e-0000-4000-8000-000000000001'"),
    ("text[]", &["'{}'", "ARRAY['a', 'b']", "ARRAY[]::text[]"], "'{a,b}'"),
    ("int[]", &["'{1,2}'", "ARRAY[1, 2]"], "'{3}'"),
    ("bytea", &["'\\x00'"], "'\\x0102'"),
    ("inet", &["'127.0.0.1'"], "'10.0.0.1'"),
];

/// The columns of a table beside its key.
pub(super) fn columns(table: &str, lots: &Lots, types: &Types) -> Vec<Column> {
    let mut columns: Vec<Column> = (1..=7)
        .map(|n| format!("c{n}"))
        .filter(|name| lots.of(&format!("column {table}.{name}")).chance(65))
        .map(|name| column(table, name, lots, types))
        .collect();
    if lots.has("expressions") {
        let generated: Vec<_> = columns.iter().filter_map(|column| generated(table, column, lots)).collect();
        columns.extend(generated);
    }
    columns
}

/// A column that is computed from another.
fn generated(table: &str, of: &Column, lots: &Lots) -> Option<Column> {
    let key = format!("g{}", of.key);
    let mut lot = lots.of(&format!("generated {table}.{key}"));
    if of.value.is_none() || !lot.chance(35) {
        return None;
    }
    let (ty, expression) = match of.ty.as_str() {
        "integer" => ("integer", lot.pick(&["# * 2", "public.twice(#)", "# + 1"])),
        "text" => ("text", lot.pick(&["upper(#)", "app.norm(#)", "# || '!'"])),
        "jsonb" => ("text", "# ->> 'a'"),
        "boolean" => ("boolean", "NOT #"),
        _ => return None,
    };
    let expression = expression.replace('#', &of.name);
    let text = format!("{key} {ty} GENERATED ALWAYS AS ({expression}) STORED");
    Some(Column { name: key.clone(), key, ty: ty.into(), text, value: None })
}

fn column(table: &str, name: String, lots: &Lots, types: &Types) -> Column {
    let mut lot = lots.of(&format!("type {table}.{name}"));
    let own = lot.chance(20) && !types.columns.is_empty();
    let (ty, defaults, value) = if own {
        let (ty, default, value) = &types.columns[lot.below(types.columns.len() as u64) as usize];
        (ty.clone(), vec![default.clone()], value.clone())
    } else {
        let (ty, defaults, value) = BUILT_IN[lot.below(BUILT_IN.len() as u64) as usize];
        (ty.to_owned(), defaults.iter().map(|d| (*d).to_owned()).collect(), value.to_owned())
    };
    let renamed = lots.has("renames") && lots.renames(&format!("column {table}.{name}"));
    let key = name;
    let name = if renamed { format!("{key}_new") } else { key.clone() };
    let directive = if renamed { format!("-- @renamed from={key}\n    ") } else { String::new() };
    let mut text = format!("{directive}{name} {ty}");
    if lot.chance(8) && (ty == "text" || ty.starts_with("varchar") || ty.starts_with("character varying")) {
        text += " COLLATE \"C\"";
    }
    let mut lot = lots.of(&format!("default {table}.{key}"));
    let mut given = true;
    if ty == "integer" && lot.chance(15) {
        text += lot.pick(&[
            " GENERATED ALWAYS AS (length('abc') * 2) STORED",
            " GENERATED ALWAYS AS (1 + 1) STORED",
        ]);
        given = false;
    } else if ty == "integer" && lot.chance(15) && !types.sequences.is_empty() {
        let sequence = &types.sequences[lot.below(types.sequences.len() as u64) as usize];
        text += &format!(" DEFAULT nextval('{sequence}')");
    } else if ty == "integer" && lot.chance(15) {
        text += " DEFAULT public.twice(2)";
    } else if lot.chance(45) {
        let default = &defaults[lot.below(defaults.len() as u64) as usize];
        if !default.is_empty() {
            text += &format!(" DEFAULT {default}");
        }
    }
    if lots.of(&format!("null {table}.{key}")).chance(25) && value != "NULL" {
        text +=
            lots.of(&format!("null name {table}.{key}")).pick(&[" NOT NULL", " CONSTRAINT given NOT NULL"]);
    }
    Column { key, name, ty, text, value: given.then_some(value) }
}
