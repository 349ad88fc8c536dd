//! The two sides of a comparison, travelling together.

use crate::value::{Fields, FromValue, Unread};
use serde::Serialize;
use serde_json::Value;

/// What is there, and what is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pair<T> {
    /// What is there now.
    pub current: T,
    /// What is wanted.
    pub desired: T,
}

impl<T: FromValue> FromValue for Pair<T> {
    fn from_value(value: Value) -> Result<Self, Unread> {
        let mut fields = Fields::of(value)?;
        let out = Pair { current: fields.take("current")?, desired: fields.take("desired")? };
        fields.done().map(|()| out)
    }
}

impl<T> Pair<T> {
    /// Both sides.
    pub fn new(current: T, desired: T) -> Self {
        Pair { current, desired }
    }

    /// The same on both sides.
    pub fn map<U>(self, mut f: impl FnMut(T) -> U) -> Pair<U> {
        Pair { current: f(self.current), desired: f(self.desired) }
    }

    /// A pair of references.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair { current: &self.current, desired: &self.desired }
    }

    /// The way back.
    pub fn swap(self) -> Self {
        Pair { current: self.desired, desired: self.current }
    }
}
