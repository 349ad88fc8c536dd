//! The type of a column, argument or attribute, in the canonical spelling of its dialect.

use crate::reads;
use serde::Serialize;
use std::fmt;

/// A type by its canonical name. Two spellings of one type (`int4`, `integer`) are equal here.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct ColumnType {
    /// The schema of a user's type; empty for built-in ones (and for what could not be resolved).
    pub schema: String,
    /// The canonical name, unquoted: `integer`, `character varying`, `timestamp with time zone`, `mood`.
    pub name: String,
    /// What stands in parentheses: `10,2`; for intervals the fields too. Empty for none.
    pub modifiers: String,
    /// Whether it is an array (PostgreSQL knows no number of dimensions).
    pub array: bool,
}

reads!(ColumnType { schema, name, modifiers, array });

impl ColumnType {
    /// A built-in type without modifiers.
    pub fn builtin(name: &str) -> Self {
        ColumnType { name: name.into(), ..Self::default() }
    }

    /// The element type of an array, or the type itself.
    pub fn element(&self) -> Self {
        ColumnType { array: false, ..self.clone() }
    }
}

/// As `format_type` prints it, a user's type with its schema: `timestamp(3) with time zone`, `app.mood[]`.
/// For SQL use the dialect's renderer, which quotes.
impl fmt::Display for ColumnType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.schema.is_empty() {
            write!(f, "{}.", self.schema)?;
        }
        match (self.modifiers.is_empty(), self.name.split_once(' ')) {
            (true, _) => f.write_str(&self.name)?,
            (false, Some((head, tail))) if matches!(head, "timestamp" | "time") => {
                write!(f, "{head}({}) {tail}", self.modifiers)?
            }
            (false, _) if self.name == "interval" && self.modifiers.starts_with(' ') => {
                write!(f, "{}{}", self.name, self.modifiers)?
            }
            (false, _) => write!(f, "{}({})", self.name, self.modifiers)?,
        }
        if self.array { f.write_str("[]") } else { Ok(()) }
    }
}
