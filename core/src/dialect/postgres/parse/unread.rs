//! What a statement is about that nobody understands, as far as its first words tell: where it is left out, that is left
//! out of the comparison too, or it would seem to be unwanted.

use super::builder::Builder;
use super::cursor::Cursor;

/// Words that may stand before the name.
const BEFORE: &[&str] = &[
    "create",
    "alter",
    "drop",
    "comment",
    "on",
    "or",
    "replace",
    "if",
    "not",
    "exists",
    "only",
    "concurrently",
    "recursive",
    "unlogged",
    "unique",
    "constraint",
    "event",
    "foreign",
    "materialized",
    "table",
    "view",
    "index",
    "sequence",
    "type",
    "domain",
    "function",
    "procedure",
    "aggregate",
    "trigger",
    "policy",
    "rule",
    "statistics",
    "collation",
    "conversion",
    "column",
];
/// Words before the names of what lives in no schema.
const HOMELESS: &[&str] =
    &["schema", "extension", "role", "server", "publication", "subscription", "language", "data", "wrapper"];

/// The pattern of names (`Scope::ignore`) that covers it.
pub(super) fn about(mut cursor: Cursor<'_>, builder: &Builder) -> Option<String> {
    let at = |cursor: &Cursor<'_>, words: &[&str]| words.iter().any(|word| cursor.peek_kw(0, word));
    let (mut homeless, mut of_table) = (false, false);
    while at(&cursor, BEFORE) || at(&cursor, HOMELESS) {
        homeless |= at(&cursor, HOMELESS) || cursor.peek_kw(0, "event");
        of_table |= at(&cursor, &["trigger", "policy", "rule"]);
        cursor.bump();
    }
    let name = cursor.name().ok()?;
    if homeless {
        return Some(name.name);
    }
    if !of_table {
        return Some(format!("{}.{}", builder.creation_schema(&name), name.name));
    }
    while !cursor.is_end() && !cursor.eat("on") {
        cursor.bump();
    }
    let table = cursor.name().ok()?;
    Some(format!("{}.{}.{}", builder.creation_schema(&table), table.name, name.name))
}
