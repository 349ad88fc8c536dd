//! Columns of tables.

use super::*;
use crate::collections::BTreeMap;
use crate::dialect::postgres::names::object_name;
use crate::model::{Column, Identity};

/// A column's definition, its default given apart. STORAGE is set by ALTER TABLE, which all versions know. `serial` replaces the type and the default.
pub fn definition(id: &ObjectId, of: &Column, default: Option<&SqlText>, serial: Option<&str>) -> String {
    let mut out = format!("{} ", ident(&id.part));
    out += &serial.map_or_else(|| ty(&of.ty), str::to_owned);
    if !of.foreign_options.is_empty() {
        out += &format!(" OPTIONS ({})", options(&of.foreign_options));
    }
    if let Some(compression) = &of.compression {
        out += &format!(" COMPRESSION {compression}");
    }
    out += &collate(&of.collation);
    out + &constraints(id, of, default.filter(|_| serial.is_none()))
}

/// NOT NULL, DEFAULT, GENERATED.
pub fn constraints(id: &ObjectId, of: &Column, default: Option<&SqlText>) -> String {
    let mut out = String::new();
    if let Some(not_null) = &of.not_null
        && !not_null.not_valid
        && (of.identity.is_none() || not_null.name.is_some())
    {
        if let Some(name) = &not_null.name {
            out += &format!(" CONSTRAINT {}", ident(name));
        }
        out += " NOT NULL";
        if not_null.no_inherit {
            out += " NO INHERIT";
        }
    }
    if let Some(default) = default {
        out += &format!(" DEFAULT {}", text(default));
    }
    if let Some(identity) = &of.identity {
        out += &format!(" {}", self::identity(id, identity));
    }
    if let Some(generated) = &of.generated {
        let kept = if generated.stored { "STORED" } else { "VIRTUAL" };
        out += &format!(" GENERATED ALWAYS AS {} {kept}", parenthesized(&generated.expression));
    }
    out
}

/// `GENERATED ... AS IDENTITY (...)`.
pub fn identity(id: &ObjectId, of: &Identity) -> String {
    let when = if of.always { "ALWAYS" } else { "BY DEFAULT" };
    let mut options = sequence::options(&of.sequence);
    let given = &of.sequence_name;
    if !given.name.is_empty() && given.name != object_name(&id.name, &id.part, "seq") {
        options.insert(0, format!("SEQUENCE NAME {}", qualified(given)));
    }
    match options.is_empty() {
        true => format!("GENERATED {when} AS IDENTITY"),
        false => format!("GENERATED {when} AS IDENTITY ({})", options.join(" ")),
    }
}

/// Options of foreign tables and their columns: `name 'value', ...`.
pub fn options(of: &BTreeMap<String, String>) -> String {
    of.iter()
        .map(|(name, value)| format!("{} {}", ident(name), literal(value)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// What to do to such options: `OPTIONS (SET name 'value', ADD ..., DROP ...)`; nothing if they are the same.
pub fn changed_options(from: &BTreeMap<String, String>, to: &BTreeMap<String, String>) -> Option<String> {
    let put = to.iter().filter(|(name, value)| from.get(*name) != Some(value)).map(|(name, value)| {
        let verb = if from.contains_key(name) { "SET" } else { "ADD" };
        format!("{verb} {} {}", ident(name), literal(value))
    });
    let gone = from.keys().filter(|name| !to.contains_key(*name)).map(|name| format!("DROP {}", ident(name)));
    let all: Vec<String> = put.chain(gone).collect();
    (!all.is_empty()).then(|| format!("OPTIONS ({})", all.join(", ")))
}
