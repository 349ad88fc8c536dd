//! Truth values, numbers, texts, options, lists, pairs, sets, maps.

use super::{FromValue, Unread};
use crate::collections::{BTreeMap, BTreeSet};
use serde_json::Value;
use std::sync::Arc;

impl FromValue for Value {
    fn from_value(value: Value) -> Result<Self, Unread> {
        Ok(value)
    }
}

impl FromValue for bool {
    fn from_value(value: Value) -> Result<Self, Unread> {
        value.as_bool().ok_or_else(|| Unread::other(&value, "a truth value"))
    }
}

impl FromValue for u64 {
    fn from_value(value: Value) -> Result<Self, Unread> {
        value.as_u64().ok_or_else(|| Unread::other(&value, "a whole number"))
    }
}

impl FromValue for i64 {
    fn from_value(value: Value) -> Result<Self, Unread> {
        value.as_i64().ok_or_else(|| Unread::other(&value, "a whole number"))
    }
}

impl FromValue for u32 {
    fn from_value(value: Value) -> Result<Self, Unread> {
        u64::from_value(value)?.try_into().map_err(|_| Unread::new("this number is too large"))
    }
}

impl FromValue for i32 {
    fn from_value(value: Value) -> Result<Self, Unread> {
        i64::from_value(value)?.try_into().map_err(|_| Unread::new("this number is too large"))
    }
}

impl FromValue for String {
    fn from_value(value: Value) -> Result<Self, Unread> {
        match value {
            Value::String(text) => Ok(text),
            other => Err(Unread::other(&other, "a text")),
        }
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        if value.is_null() { Ok(None) } else { T::from_value(value).map(Some) }
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

/// The items of a list.
fn items(value: Value) -> Result<Vec<Value>, Unread> {
    match value {
        Value::Array(items) => Ok(items),
        other => Err(Unread::other(&other, "a list")),
    }
}

impl<T: FromValue> FromValue for Vec<T> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let mut out = Vec::new();
        for (index, item) in items(value)?.into_iter().enumerate() {
            out.push(T::from_value(item).map_err(|fault| fault.of_item(index))?);
        }
        Ok(out)
    }
}

impl<T: FromValue> FromValue for Arc<T> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        T::from_value(value).map(Arc::new)
    }
}

impl<A: FromValue, B: FromValue> FromValue for (A, B) {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let mut items = items(value)?.into_iter();
        match (items.next(), items.next(), items.next()) {
            (Some(first), Some(second), None) => Ok((A::from_value(first)?, B::from_value(second)?)),
            _ => Err(Unread::new("two things are wanted here")),
        }
    }
}

impl<T: FromValue + Ord> FromValue for BTreeSet<T> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        Vec::from_value(value).map(|items: Vec<T>| items.into_iter().collect())
    }
}

/// What JSON can have as a key: a text, or a number that is spelled as one.
impl<K: std::str::FromStr + Ord, V: FromValue> FromValue for BTreeMap<K, V> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let Value::Object(fields) = value else { return Err(Unread::other(&value, "an object")) };
        let mut out = BTreeMap::new();
        for (name, value) in fields {
            let key = name.parse().map_err(|_| Unread::new("this key says nothing").of_field(&name))?;
            out.insert(key, V::from_value(value).map_err(|fault| fault.of_field(&name))?);
        }
        Ok(out)
    }
}

/// The name and the content of a variant: a text is a name without any, an object of one field has it in the field.
///
/// # Errors
/// The value is neither.
pub fn variant(value: Value) -> Result<(String, Value), Unread> {
    match value {
        Value::String(name) => Ok((name, Value::Null)),
        Value::Object(fields) if fields.len() == 1 => {
            fields.into_iter().next().ok_or_else(|| Unread::new("an object with one field is wanted here"))
        }
        other => Err(Unread::other(&other, "an object with one field")),
    }
}
