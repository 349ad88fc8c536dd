//! Storage parameters and the like: `(fillfactor = 70, autovacuum_enabled = off)`.

use crate::collections::BTreeMap;
use crate::value::{FromValue, Unread};
use serde::{Serialize, Serializer};
use serde_json::Value;

/// Names and values, in the order in which the server keeps them. The order is printed but says nothing: two that differ
/// in it alone are equal.
#[derive(Clone, Debug, Default)]
pub struct Parameters(Vec<(String, String)>);

impl Parameters {
    /// The value of a parameter.
    pub fn get(&self, name: &str) -> Option<&String> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value)
    }

    /// Whether a parameter is set.
    pub fn contains_key(&self, name: &str) -> bool {
        self.get(name).is_some()
    }

    /// Takes a parameter away and gives its value.
    pub fn remove(&mut self, name: &str) -> Option<String> {
        let at = self.0.iter().position(|(own, _)| own == name)?;
        Some(self.0.remove(at).1)
    }

    /// Sets a parameter; as the server does it, one that is there already goes to the end.
    pub fn insert(&mut self, name: String, value: String) {
        self.remove(&name);
        self.0.push((name, value));
    }

    /// Sets all of the others', in their order.
    pub fn append(&mut self, others: &mut Parameters) {
        others.0.drain(..).for_each(|(name, value)| self.insert(name, value));
    }

    /// Names and values in order.
    pub fn iter(&self) -> impl Iterator<Item = (&String, &String)> {
        self.0.iter().map(|(name, value)| (name, value))
    }

    /// The names in order.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.0.iter().map(|(name, _)| name)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Takes away those that are not to stay.
    pub fn retain(&mut self, mut stays: impl FnMut(&str, &str) -> bool) {
        self.0.retain(|(name, value)| stays(name, value));
    }

    /// Takes all away.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// What has to be set so that these become `to`, what goes set aside: those that differ, and all where the server
    /// would otherwise end with another order.
    pub fn to_set(&self, to: &Parameters) -> Parameters {
        let differ = |(name, value): &(&String, &String)| self.get(name) != Some(value);
        let changed: Parameters =
            to.iter().filter(differ).map(|(name, value)| (name.clone(), value.clone())).collect();
        if changed.is_empty() {
            return changed;
        }
        let mut end = self.clone();
        end.retain(|name, _| to.contains_key(name));
        end.append(&mut changed.clone());
        if end.0 == to.0 { changed } else { to.clone() }
    }

    /// The names of those that `to` does not have.
    pub fn to_reset(&self, to: &Parameters) -> Vec<&str> {
        self.keys().map(String::as_str).filter(|name| !to.contains_key(name)).collect()
    }

    fn sorted(&self) -> BTreeMap<&str, &str> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
    }
}

impl PartialEq for Parameters {
    fn eq(&self, other: &Self) -> bool {
        self.0 == other.0 || self.sorted() == other.sorted()
    }
}

impl Eq for Parameters {}

impl IntoIterator for Parameters {
    type Item = (String, String);
    type IntoIter = std::vec::IntoIter<(String, String)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl FromIterator<(String, String)> for Parameters {
    fn from_iter<I: IntoIterator<Item = (String, String)>>(all: I) -> Self {
        let mut out = Parameters::default();
        all.into_iter().for_each(|(name, value)| out.insert(name, value));
        out
    }
}

impl<const N: usize> From<[(String, String); N]> for Parameters {
    fn from(all: [(String, String); N]) -> Self {
        all.into_iter().collect()
    }
}

/// By name, so that a snapshot is the same whatever the order.
impl Serialize for Parameters {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.sorted().serialize(serializer)
    }
}

impl FromValue for Parameters {
    fn from_value(value: Value) -> Result<Self, Unread> {
        Ok(BTreeMap::<String, String>::from_value(value)?.into_iter().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(all: &[(&str, &str)]) -> Parameters {
        all.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn order_is_kept_but_says_nothing() {
        let (a, b) = (of(&[("b", "1"), ("a", "2")]), of(&[("a", "2"), ("b", "1")]));
        assert_eq!(a, b);
        assert_eq!(a.keys().collect::<Vec<_>>(), ["b", "a"]);
        assert!(a.to_set(&b).is_empty());
    }

    #[test]
    fn all_are_set_where_the_order_asks_for_it() {
        let from = of(&[("b", "1")]);
        assert_eq!(from.to_set(&of(&[("b", "1"), ("a", "2")])), of(&[("a", "2")]));
        assert_eq!(from.to_set(&of(&[("a", "2"), ("b", "1")])), of(&[("a", "2"), ("b", "1")]));
        assert_eq!(from.to_reset(&of(&[("a", "2")])), ["b"]);
    }
}
