//! The fields of an object, taken out one by one. What a struct makes of them lives in `macros.rs`.

use super::{FromValue, Unread};
use serde_json::Value;

/// The fields of an object that are still to be read, and the first fault among those that were.
pub struct Fields {
    rest: Vec<(String, Value)>,
    fault: Option<Unread>,
}

impl Fields {
    /// Those of a value.
    ///
    /// # Errors
    /// It is no object.
    pub fn of(value: Value) -> Result<Self, Unread> {
        match value {
            Value::Object(rest) => Ok(Fields { rest: rest.into_iter().collect(), fault: None }),
            other => Err(Unread::other(&other, "an object")),
        }
    }

    /// Reads a field into its place, which keeps its default where the object leaves the field out.
    pub fn fill<T: FromValue>(&mut self, name: &str, place: &mut T) {
        if let Some(value) = self.next(name) {
            match T::from_value(value) {
                Ok(read) => *place = read,
                Err(fault) => self.fail(fault.of_field(name)),
            }
        }
    }

    /// Reads a field that must be there.
    ///
    /// # Errors
    /// It is not, or says something else.
    pub fn take<T: FromValue>(&mut self, name: &str) -> Result<T, Unread> {
        match self.next(name) {
            Some(value) => T::from_value(value).map_err(|fault| fault.of_field(name)),
            None => T::absent().ok_or_else(|| Unread::new(format!("there is no `{name}`"))),
        }
    }

    /// Reads a field that may be left out.
    ///
    /// # Errors
    /// It says something else.
    pub fn optional<T: FromValue + Default>(&mut self, name: &str) -> Result<T, Unread> {
        let mut out = T::default();
        self.fill(name, &mut out);
        self.fault.take().map_or(Ok(out), Err)
    }

    /// The end: the first fault, if there was any. What nobody asked for would be passed over in silence, which is one too.
    ///
    /// # Errors
    /// A field says something else than its type, or is none of it.
    pub fn done(self) -> Result<(), Unread> {
        let unknown = |(name, _): &(String, Value)| Unread::new(format!("`{name}` is no field of it"));
        self.fault.or_else(|| self.rest.first().map(unknown)).map_or(Ok(()), Err)
    }

    /// What was not read.
    pub fn rest(self) -> Value {
        Value::Object(self.rest.into_iter().collect())
    }

    /// Takes out a field.
    fn next(&mut self, name: &str) -> Option<Value> {
        let at = self.rest.iter().position(|(field, _)| field == name)?;
        Some(self.rest.swap_remove(at).1)
    }

    fn fail(&mut self, fault: Unread) {
        self.fault.get_or_insert(fault);
    }
}
