//! Operators, operator classes and families.

use super::{Clauses, name, options};
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::model::{Kind, ObjectId};

pub(super) fn create(id: &ObjectId, clauses: &Clauses) -> String {
    let name = name(id);
    let method = quote_ident(id.part.strip_prefix(" using ").unwrap_or_default());
    match id.kind {
        Kind::Operator => operator(&name, clauses),
        Kind::OperatorFamily => format!("CREATE OPERATOR FAMILY {name} USING {method}"),
        _ => class(&name, &method, clauses),
    }
}

fn operator(name: &str, clauses: &Clauses) -> String {
    const ORDER: &[&str] = &["FUNCTION", "LEFTARG", "RIGHTARG", "COMMUTATOR", "NEGATOR", "RESTRICT", "JOIN"];
    let mut text = options(clauses, ORDER);
    for flag in ["HASHES", "MERGES"] {
        if clauses.contains_key(flag) {
            text += &format!(", {flag}");
        }
    }
    format!("CREATE OPERATOR {name} ({text})")
}

fn class(name: &str, method: &str, clauses: &Clauses) -> String {
    let get = |name: &str| clauses.get(name).map_or("", String::as_str);
    let default = if clauses.contains_key("default") { " DEFAULT" } else { "" };
    let mut items = members(clauses);
    items.extend(clauses.get("storage").map(|ty| format!("STORAGE {ty}")));
    format!(
        "CREATE OPERATOR CLASS {name}{default}\n    FOR TYPE {} USING {method} FAMILY {} AS\n    {}",
        get("type"),
        get("family"),
        items.join(",\n    ")
    )
}

/// The members of a class or family as they stand after AS and ADD, numbers in order.
pub(crate) fn members(clauses: &Clauses) -> Vec<String> {
    let mut found: Vec<_> = (clauses.iter())
        .filter_map(|(key, value)| {
            let (kind, rest) = key.split_once(' ')?;
            let (number, types) = rest.split_once(' ')?;
            let number: u32 = number.parse().ok()?;
            match kind {
                "operator" => {
                    Some((0, number, format!("OPERATOR {number} {}", value.replacen("()", types, 1))))
                }
                "function" => Some((1, number, format!("FUNCTION {number} {types} {value}"))),
                _ => None,
            }
        })
        .collect();
    found.sort();
    found.into_iter().map(|(_, _, text)| text).collect()
}
