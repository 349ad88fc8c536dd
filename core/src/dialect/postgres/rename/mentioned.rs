//! Which objects may name something, by its words: so that in a row of renamed columns only what may name one is looked at.

use super::named::{Look, in_word, is_word};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::*;
use std::cell::RefCell;

/// The objects of a schema by the words that they hold, rather too many than too few.
#[derive(Clone, Debug, Default)]
pub struct Mentioned {
    ids: Vec<ObjectId>,
    words: BTreeMap<String, BTreeSet<usize>>,
}

/// Stands for whatever columns there are.
pub const STAR: &str = "*";

impl Mentioned {
    /// Of a schema.
    pub fn new(schema: &Schema) -> Self {
        let mut out = Mentioned::default();
        schema.objects.iter().for_each(|(id, object)| out.add(id, object));
        out
    }

    /// Takes in an object that has come under an id.
    pub(super) fn add(&mut self, id: &ObjectId, object: &Object) {
        let heard = Heard::default();
        heard.is(&id.name);
        heard.in_object(id, object);
        for word in heard.words.take() {
            self.words.entry(word).or_default().insert(self.ids.len());
        }
        self.ids.push(id.clone());
    }

    /// What may name both a relation and one of its columns.
    pub fn of(&self, relation: &str, column: &str) -> Vec<&ObjectId> {
        self.places(relation, column).into_iter().filter_map(|at| self.ids.get(at)).collect()
    }

    /// A column has another name: so it is called wherever it was called by its old one.
    pub(super) fn renamed(&mut self, old: &ObjectId, new: &ObjectId) {
        let places = self.places(&old.name, &old.part);
        self.words.entry(new.part.clone()).or_default().extend(places);
    }

    fn places(&self, relation: &str, column: &str) -> Vec<usize> {
        let none = BTreeSet::new();
        let with = |name| self.words.get(name).unwrap_or(&none);
        // A name that is no word may stand anywhere.
        let known = |name: &str| is_word(name) || name == STAR;
        match (known(relation), known(column)) {
            (true, true) => {
                let (a, b) = (with(relation), with(column));
                let (few, many) = if a.len() < b.len() { (a, b) } else { (b, a) };
                few.iter().copied().filter(|at| many.contains(at)).collect()
            }
            (true, false) => with(relation).iter().copied().collect(),
            (false, true) => with(column).iter().copied().collect(),
            (false, false) => (0..self.ids.len()).collect(),
        }
    }
}

/// All words that an object holds.
#[derive(Default)]
struct Heard {
    words: RefCell<BTreeSet<String>>,
}

impl Heard {
    fn hear(&self, word: &str) {
        let mut words = self.words.borrow_mut();
        if !words.contains(word) {
            words.insert(word.to_owned());
        }
    }
}

impl Look for Heard {
    fn is(&self, name: &str) -> bool {
        self.hear(name);
        false
    }

    fn said(&self, text: &str) -> bool {
        for word in text.split(|c| !in_word(c)).filter(|word| !word.is_empty()) {
            self.hear(word);
            if word.bytes().any(|b| b.is_ascii_uppercase()) {
                self.hear(&word.to_ascii_lowercase());
            }
        }
        if text.contains(STAR) {
            self.hear(STAR);
        }
        false
    }
}
