//! Types out of JSON values. What is read is what `serde_json` writes of the same type; `Serialize` stays serde's, where it
//! is small. Reading is our own: what serde derives of a struct of twenty fields is four kilobytes of WebAssembly, and
//! there are eighty structs. How structs and enumerations are read lives in `macros.rs`, plain types in `plain.rs`.

mod fields;
mod macros;
mod plain;
#[cfg(test)]
mod tests;

pub use fields::Fields;
pub use plain::variant;
use serde_json::Value;
use std::fmt;

/// A type that can be read from a JSON value.
pub trait FromValue: Sized {
    /// What the value says.
    ///
    /// # Errors
    /// It says something else.
    fn from_value(value: Value) -> Result<Self, Unread>;

    /// What a field of this type is where an object leaves it out; `None` if it must be there.
    fn absent() -> Option<Self> {
        None
    }
}

/// What a value says.
///
/// # Errors
/// It says something else.
pub fn from_value<T: FromValue>(value: Value) -> Result<T, Unread> {
    T::from_value(value)
}

/// Why a value was not understood, and which part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Fields and places from the outside to the inside, innermost last: `objects[3].name`.
    at: String,
    why: String,
}

impl Unread {
    /// A value that says the wrong thing.
    pub fn new(why: impl Into<String>) -> Self {
        Unread { at: String::new(), why: why.into() }
    }

    /// A value of another kind than was wanted.
    pub fn other(value: &Value, wanted: &str) -> Self {
        let found = match value {
            Value::Null => "null",
            Value::Bool(_) => "a truth value",
            Value::Number(_) => "a number",
            Value::String(_) => "a text",
            Value::Array(_) => "a list",
            Value::Object(_) => "an object",
        };
        Unread::new(format!("{wanted} is wanted here, not {found}"))
    }

    /// A name that none of the names known here is.
    pub fn unknown(name: &str, known: &[&str]) -> Self {
        Unread::new(format!("`{name}` is none of `{}`", known.join("`, `")))
    }

    /// The fault of a field.
    #[must_use]
    pub fn of_field(self, name: &str) -> Self {
        let joint = if self.at.is_empty() || self.at.starts_with('[') { "" } else { "." };
        Unread { at: format!("{name}{joint}{}", self.at), why: self.why }
    }

    /// The fault of an item of a list.
    #[must_use]
    pub fn of_item(self, index: usize) -> Self {
        Unread { at: "[".to_owned() + &index.to_string() + "]", why: self.why.clone() }.followed(&self.at)
    }

    fn followed(mut self, rest: &str) -> Self {
        if !rest.is_empty() && !rest.starts_with('[') {
            self.at.push('.');
        }
        self.at.push_str(rest);
        self
    }
}

impl fmt::Display for Unread {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.at.as_str() {
            "" => f.write_str(&self.why),
            at => write!(f, "{at}: {}", self.why),
        }
    }
}

impl std::error::Error for Unread {}
