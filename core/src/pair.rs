//! The two sides of a comparison, travelling together.

use serde::{Deserialize, Serialize};

/// What is there, and what is wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pair<T> {
    /// What is there now.
    pub current: T,
    /// What is wanted.
    pub desired: T,
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
