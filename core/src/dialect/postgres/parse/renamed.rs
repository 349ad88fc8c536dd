//! Renames that follow each other. What still names the renamed things by their old names is found by looking at every
//! object; so a row of renames looks once, and one of columns finds out once which objects may name what. How names are
//! changed is the business of `rename/apply`.

use super::builder::Builder;
use super::cursor::Cursor;
use crate::collections::BTreeSet;
use crate::dialect::postgres::rename::{self, Map, Mentioned};
use crate::model::{Kind, ObjectId};

/// Renames that are done but for the names in other objects.
#[derive(Clone, Debug, Default)]
pub struct Renamed {
    map: Map,
    /// Their own names, old and new.
    own: BTreeSet<String>,
}

impl Renamed {
    /// Whether the order of a rename and of those before it can be told from the outcome.
    fn meets(&self, old: &ObjectId, new: &ObjectId) -> bool {
        [old, new].map(ObjectId::own_name).iter().any(|name| self.own.contains(*name))
    }

    fn add(&mut self, old: &ObjectId, new: &ObjectId) {
        self.own.extend([old, new].map(|id| id.own_name().to_owned()));
        self.map.insert(old.clone(), new.clone());
    }
}

impl Builder {
    /// What names the thing, in a definition or in a text that the server keeps as a tree, follows its new name, at the
    /// latest when [`Builder::settle_renames`] is called.
    pub fn follow(&mut self, old: &ObjectId, new: &ObjectId) {
        self.note_rename(old, new);
        if old.kind == Kind::Column {
            return self.follow_column(old, new);
        }
        if self.renamed.meets(old, new) {
            self.settle_renames();
        }
        self.renamed.add(old, new);
    }

    fn follow_column(&mut self, old: &ObjectId, new: &ObjectId) {
        self.settle_renames();
        let mut mentioned = self.mentioned();
        rename::follow_column(&mut self.schema, &mut mentioned, old, new);
        self.mentioned = Some(mentioned);
    }

    /// Which objects may name what, to be given back where nothing else is changed.
    pub(super) fn mentioned(&mut self) -> Mentioned {
        self.mentioned.take().unwrap_or_else(|| Mentioned::new(&self.schema))
    }

    /// The same where a statement comes that may look at it: any but one more rename.
    pub(super) fn settle_renames_before(&mut self, statement: &Cursor<'_>) {
        if !self.renamed.map.is_empty() && !is_rename(statement) {
            self.settle_renames();
        }
        self.mentioned.take_if(|_| !renames_column(statement));
    }

    /// Renames what is still called by its old name.
    pub fn settle_renames(&mut self) {
        let Renamed { map, .. } = std::mem::take(&mut self.renamed);
        if !map.is_empty() {
            rename::follow(&mut self.schema, &map);
        }
    }
}

/// Whether a statement gives a column another name and does nothing else.
fn renames_column(cursor: &Cursor<'_>) -> bool {
    let rest = cursor.first_words(16).to_ascii_lowercase();
    let words: Vec<&str> = rest.split(' ').collect();
    let at = words.iter().position(|word| *word == "rename").unwrap_or(words.len());
    let column = if words.get(at + 1) == Some(&"column") { at + 2 } else { at + 1 };
    words.first() == Some(&"alter")
        && matches!(words.get(1), Some(&("table" | "foreign" | "view" | "materialized")))
        && !matches!(words.get(column), Some(&("to" | "constraint")))
        && words.get(column + 1) == Some(&"to")
}

/// Whether a statement gives a table or view another name or schema and does nothing else: it looks into no other object.
fn is_rename(cursor: &Cursor<'_>) -> bool {
    let rest = cursor.first_words(8).to_ascii_lowercase();
    let mut words = rest.split(' ');
    words.next() == Some("alter")
        && matches!(words.next(), Some("table" | "view"))
        && words.collect::<Vec<_>>().windows(2).any(|two| matches!(two, ["rename", "to"] | ["set", "schema"]))
}
