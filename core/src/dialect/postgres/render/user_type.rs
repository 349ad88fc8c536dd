//! Enums, composite types, ranges and domains.

use super::*;
use crate::model::{Attribute, CompositeType, Domain, DomainCheck, EnumType, RangeType};

/// `CREATE TYPE ... AS ENUM`.
pub fn enumeration(id: &ObjectId, of: &EnumType) -> String {
    let labels: Vec<_> = of.labels.iter().map(|label| literal(label)).collect();
    format!("CREATE TYPE {} AS ENUM{}", relation(id), list(&labels))
}

/// `CREATE TYPE ... AS (...)`.
pub fn composite(id: &ObjectId, of: &CompositeType) -> String {
    let attributes: Vec<_> = of.attributes.iter().map(attribute).collect();
    format!("CREATE TYPE {} AS{}", relation(id), list(&attributes))
}

/// An attribute: name, type, collation.
pub fn attribute(of: &Attribute) -> String {
    format!("{} {}{}", ident(&of.name), ty(&of.ty), collate(&of.collation))
}

/// `CREATE TYPE ... AS RANGE`.
pub fn range(id: &ObjectId, of: &RangeType) -> String {
    let mut options = vec![format!("SUBTYPE = {}", ty(&of.subtype))];
    options.extend(of.options.iter().map(|(name, value)| format!("{} = {value}", name.to_uppercase())));
    format!("CREATE TYPE {} AS RANGE{}", relation(id), list(&options))
}

/// A list in parentheses: one that is short on one line.
fn list(items: &[String]) -> String {
    let short = items.join(", ");
    match short.len() <= 72 {
        true => format!(" ({short})"),
        false => format!(" (\n    {}\n)", items.join(",\n    ")),
    }
}

/// `CREATE DOMAIN`.
pub fn domain(id: &ObjectId, of: &Domain) -> String {
    let mut out = format!("CREATE DOMAIN {} AS {}{}", relation(id), ty(&of.base), collate(&of.collation));
    if let Some(default) = &of.default {
        out += &format!(" DEFAULT {}", text(default));
    }
    if of.not_null {
        out += " NOT NULL";
    }
    for of in of.checks.iter().filter(|check| !check.not_valid) {
        out += &format!("\n    {}", check(of));
    }
    out
}

/// `CONSTRAINT name CHECK (...)`.
pub fn check(of: &DomainCheck) -> String {
    let not_valid = if of.not_valid { " NOT VALID" } else { "" };
    format!("CONSTRAINT {} CHECK {}{not_valid}", ident(&of.name), parenthesized(&of.expression))
}
