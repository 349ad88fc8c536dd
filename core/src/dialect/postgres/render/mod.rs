//! From objects to SQL, as a person writes it. One file a kind; what is common to all is here.
//! Why and when a statement is made is `expand/`'s business.

pub mod column;
pub mod constraint;
pub mod index;
pub mod label;
pub mod routine;
pub mod sequence;
pub mod table;
pub mod target;
pub mod trigger;
pub mod user_type;
pub mod view;

use super::canon::escapes::push_literal;
pub use super::canon::escapes::quote_ident as ident;
pub use super::definition::ty;

use crate::model::{ObjectId, Parameters, QualifiedName, SqlText};

/// A name in a schema; what lives in `public` or in no schema stands alone.
pub fn name(schema: &str, name: &str) -> String {
    match schema {
        "" | "public" => ident(name),
        _ => format!("{}.{}", ident(schema), ident(name)),
    }
}

/// The name of an object, or of the relation that a part belongs to.
pub fn relation(id: &ObjectId) -> String {
    name(&id.schema, &id.name)
}

/// A qualified name.
pub fn qualified(of: &QualifiedName) -> String {
    name(&of.schema, &of.name)
}

/// Names separated by commas.
pub fn idents<S: AsRef<str>>(names: impl IntoIterator<Item = S>) -> String {
    names.into_iter().map(|name| ident(name.as_ref())).collect::<Vec<_>>().join(", ")
}

/// A string constant.
pub fn literal(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    push_literal(&mut out, text);
    out
}

/// An expression or query as it stands.
pub fn text(of: &SqlText) -> &str {
    &of.text
}

/// An expression in parentheses of its own.
pub fn parenthesized(of: &SqlText) -> String {
    format!("({})", text(of))
}

/// Parameters as `WITH (...)` and `SET (...)` take them.
pub fn parameters(of: &Parameters) -> String {
    of.iter().map(|(name, value)| parameter(name, value)).collect::<Vec<_>>().join(", ")
}

fn parameter(name: &str, value: &str) -> String {
    let name = name.split('.').map(ident).collect::<Vec<_>>().join(".");
    let plain =
        !value.is_empty() && value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'.');
    match value {
        "" => name,
        _ if plain => format!("{name} = {value}"),
        _ => format!("{name} = {}", literal(value)),
    }
}

/// ` COLLATE x`, or nothing.
pub fn collate(of: &Option<QualifiedName>) -> String {
    of.as_ref().map_or(String::new(), |name| format!(" COLLATE {}", qualified(name)))
}
