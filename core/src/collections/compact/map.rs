//! The map.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde::{Serialize, Serializer};
use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::{Index, RangeFrom};

/// Entries that a block holds at most: few enough to be moved about, many enough that there are few blocks.
const MOST: usize = 128;

/// A sorted map.
#[derive(Clone)]
pub struct BTreeMap<K, V> {
    /// Blocks in order, none of them empty.
    blocks: Vec<Vec<(K, V)>>,
    len: usize,
}

/// Where an entry is, or would be.
#[derive(Clone, Copy)]
struct At {
    block: usize,
    place: usize,
}

impl<K, V> BTreeMap<K, V> {
    /// An empty one.
    pub const fn new() -> Self {
        BTreeMap { blocks: Vec::new(), len: 0 }
    }

    /// How many entries there are.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The entries in order.
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { front: [].iter(), blocks: self.blocks.iter(), back: [].iter() }
    }

    /// The entries in order.
    pub fn iter_mut(&mut self) -> IterMut<'_, K, V> {
        IterMut { front: [].iter_mut(), blocks: self.blocks.iter_mut() }
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        *self = BTreeMap::new();
    }

    /// The keys in order.
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// The values in the order of their keys.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.iter_mut().map(|(_, value)| value)
    }

    /// The keys in order.
    pub fn into_keys(self) -> impl Iterator<Item = K> {
        self.into_iter().map(|(key, _)| key)
    }

    /// The values in the order of their keys.
    pub fn into_values(self) -> impl Iterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// The first entry.
    pub fn first_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next()
    }

    /// The last entry.
    pub fn last_key_value(&self) -> Option<(&K, &V)> {
        self.iter().next_back()
    }

    /// Keeps only some entries.
    pub fn retain(&mut self, mut stays: impl FnMut(&K, &mut V) -> bool) {
        self.blocks.iter_mut().for_each(|block| block.retain_mut(|(key, value)| stays(key, value)));
        self.blocks.retain(|block| !block.is_empty());
        self.len = self.blocks.iter().map(Vec::len).sum();
    }

    /// Puts in an entry that is not there, where it would be; where it is then.
    fn put(&mut self, at: At, key: K, value: V) -> At {
        self.len += 1;
        if self.blocks.is_empty() {
            self.blocks.push(Vec::new());
        }
        let block = &mut self.blocks[at.block];
        block.insert(at.place, (key, value));
        if block.len() <= MOST {
            return at;
        }
        // What comes in order, as most does, fills whole blocks.
        let left = if at.place + 1 == block.len() { MOST } else { MOST / 2 };
        let rest = block.split_off(left);
        self.blocks.insert(at.block + 1, rest);
        match at.place.checked_sub(left) {
            Some(place) => At { block: at.block + 1, place },
            None => at,
        }
    }

    fn value(&mut self, at: At) -> &mut V {
        &mut self.blocks[at.block][at.place].1
    }
}

impl<K: Ord, V> BTreeMap<K, V> {
    /// Where a key is, or where it would be.
    fn find<Q: Ord + ?Sized>(&self, key: &Q) -> Result<At, At>
    where
        K: Borrow<Q>,
    {
        let before = |block: &Vec<(K, V)>| {
            block.last().is_some_and(|(last, _)| last.borrow().cmp(key) == Ordering::Less)
        };
        let mut at = self.blocks.partition_point(before);
        if at == self.blocks.len() {
            // After all others: at the end of the last block.
            at = at.saturating_sub(1);
        }
        let Some(block) = self.blocks.get(at) else { return Err(At { block: 0, place: 0 }) };
        match block.binary_search_by(|(other, _)| other.borrow().cmp(key)) {
            Ok(place) => Ok(At { block: at, place }),
            Err(place) => Err(At { block: at, place }),
        }
    }

    /// The value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.get_key_value(key).map(|(_, value)| value)
    }

    /// The key as it is kept, and its value.
    pub fn get_key_value<Q: Ord + ?Sized>(&self, key: &Q) -> Option<(&K, &V)>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        let (key, value) = &self.blocks[at.block][at.place];
        Some((key, value))
    }

    /// The value of a key.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        Some(self.value(at))
    }

    /// Whether there is such a key.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.find(key).is_ok()
    }

    /// Puts a value under a key; gives the one that was there.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        match self.find(&key) {
            Ok(at) => Some(std::mem::replace(self.value(at), value)),
            Err(at) => {
                self.put(at, key, value);
                None
            }
        }
    }

    /// Takes a key out.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        self.remove_entry(key).map(|(_, value)| value)
    }

    /// Takes a key out.
    pub fn remove_entry<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<(K, V)>
    where
        K: Borrow<Q>,
    {
        let at = self.find(key).ok()?;
        let block = &mut self.blocks[at.block];
        let entry = block.remove(at.place);
        if block.is_empty() {
            self.blocks.remove(at.block);
        }
        self.len -= 1;
        Some(entry)
    }

    /// The place of a key, whether anything is there or not.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        Entry { at: self.find(&key), key, map: self }
    }

    /// The entries from a key on.
    pub fn range(&self, from: RangeFrom<K>) -> Iter<'_, K, V> {
        let (Ok(at) | Err(at)) = self.find(&from.start);
        let first = self.blocks.get(at.block).and_then(|block| block.get(at.place..)).unwrap_or_default();
        let rest = self.blocks.get(at.block + 1..).unwrap_or_default();
        Iter { front: first.iter(), blocks: rest.iter(), back: [].iter() }
    }

    /// Takes over all of another's.
    pub fn append(&mut self, other: &mut Self) {
        self.extend(std::mem::take(other));
    }
}

/// The place of a key.
pub struct Entry<'a, K, V> {
    map: &'a mut BTreeMap<K, V>,
    key: K,
    at: Result<At, At>,
}

impl<'a, K, V> Entry<'a, K, V> {
    /// The value there, made if there is none.
    pub fn or_insert_with(self, make: impl FnOnce() -> V) -> &'a mut V {
        let at = self.at.unwrap_or_else(|at| self.map.put(at, self.key, make()));
        self.map.value(at)
    }

    /// The value there, this one if there is none.
    pub fn or_insert(self, value: V) -> &'a mut V {
        self.or_insert_with(|| value)
    }

    /// The value there, the default if there is none.
    pub fn or_default(self) -> &'a mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }
}

/// The entries in order. It knows how to go on and no more: what else iterators do is made of that, once for each use, where
/// `Flatten` and `Chain` would make it three times.
pub struct Iter<'a, K, V> {
    front: std::slice::Iter<'a, (K, V)>,
    blocks: std::slice::Iter<'a, Vec<(K, V)>>,
    back: std::slice::Iter<'a, (K, V)>,
}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Iter { front: self.front.clone(), blocks: self.blocks.clone(), back: self.back.clone() }
    }
}

impl<'a, K, V> Iterator for Iter<'a, K, V> {
    type Item = (&'a K, &'a V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.front.next() {
                return Some((key, value));
            }
            match self.blocks.next() {
                Some(block) => self.front = block.iter(),
                None => return self.back.next().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.back.next_back() {
                return Some((key, value));
            }
            match self.blocks.next_back() {
                Some(block) => self.back = block.iter(),
                None => return self.front.next_back().map(|(key, value)| (key, value)),
            }
        }
    }
}

impl<'a, K, V> IntoIterator for &'a BTreeMap<K, V> {
    type Item = (&'a K, &'a V);
    type IntoIter = Iter<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

/// The entries in order, their values to be changed.
pub struct IterMut<'a, K, V> {
    front: std::slice::IterMut<'a, (K, V)>,
    blocks: std::slice::IterMut<'a, Vec<(K, V)>>,
}

impl<'a, K, V> Iterator for IterMut<'a, K, V> {
    type Item = (&'a K, &'a mut V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some((key, value)) = self.front.next() {
                return Some((key, value));
            }
            self.front = self.blocks.next()?.iter_mut();
        }
    }
}

impl<'a, K, V> IntoIterator for &'a mut BTreeMap<K, V> {
    type Item = (&'a K, &'a mut V);
    type IntoIter = IterMut<'a, K, V>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter_mut()
    }
}

/// The entries in order, taken out.
pub struct IntoIter<K, V> {
    front: std::vec::IntoIter<(K, V)>,
    blocks: std::vec::IntoIter<Vec<(K, V)>>,
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(entry) = self.front.next() {
                return Some(entry);
            }
            self.front = self.blocks.next()?.into_iter();
        }
    }
}

impl<K, V> IntoIterator for BTreeMap<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> Self::IntoIter {
        IntoIter { front: Vec::new().into_iter(), blocks: self.blocks.into_iter() }
    }
}

impl<K: Ord, V> Extend<(K, V)> for BTreeMap<K, V> {
    fn extend<T: IntoIterator<Item = (K, V)>>(&mut self, entries: T) {
        entries.into_iter().for_each(|(key, value)| _ = self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for BTreeMap<K, V> {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(entries: T) -> Self {
        let mut out = BTreeMap::new();
        out.extend(entries);
        out
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for BTreeMap<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K, V> Default for BTreeMap<K, V> {
    fn default() -> Self {
        BTreeMap::new()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for BTreeMap<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for BTreeMap<K, V> {}

impl<K: PartialOrd, V: PartialOrd> PartialOrd for BTreeMap<K, V> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        self.iter().partial_cmp(other.iter())
    }
}

impl<K: Ord, V: Ord> Ord for BTreeMap<K, V> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.iter().cmp(other.iter())
    }
}

impl<K: Hash, V: Hash> Hash for BTreeMap<K, V> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.len.hash(state);
        self.iter().for_each(|entry| entry.hash(state));
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for BTreeMap<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: Ord + Borrow<Q>, V, Q: Ord + ?Sized> Index<&Q> for BTreeMap<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        match self.get(key) {
            Some(value) => value,
            // As the standard library's.
            None => unreachable!("no entry found for key"),
        }
    }
}

impl<K: Serialize, V: Serialize> Serialize for BTreeMap<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self)
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for BTreeMap<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Entries(PhantomData))
    }
}

struct Entries<K, V>(PhantomData<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Entries<K, V> {
    type Value = BTreeMap<K, V>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Self::Value, A::Error> {
        let mut out = BTreeMap::new();
        while let Some((key, value)) = entries.next_entry()? {
            out.insert(key, value);
        }
        Ok(out)
    }
}
