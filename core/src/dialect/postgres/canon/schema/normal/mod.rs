//! The normal form of an object: every text canonical, every type resolved, defaults left out. One file a group of
//! kinds; how a text is read is the elaborator's business (`canon/`), which side it is read on is `side.rs`'s.

mod definition;
mod index;
mod relation;
mod rest;
mod settings;
mod text;
mod types;

use super::side::Side;
use crate::dialect::postgres::canon::Canonical;
use crate::model::{Object, ObjectId};

/// An object in normal form.
pub(super) struct Normal {
    /// The object.
    pub(super) object: Object,
    /// What its texts came to, in the order in which they were met.
    pub(super) texts: Vec<Canonical>,
}

/// The normal form of an object.
pub(super) fn normal(id: &ObjectId, object: &Object, side: &Side<'_>) -> Normal {
    let mut work = Work { side, id, texts: Vec::new() };
    let mut object = object.clone();
    work.object(&mut object);
    Normal { object, texts: work.texts }
}

/// The work on one object.
struct Work<'w, 's> {
    side: &'w Side<'s>,
    id: &'w ObjectId,
    texts: Vec<Canonical>,
}

impl Work<'_, '_> {
    fn object(&mut self, object: &mut Object) {
        match object {
            Object::Table(table) => self.table(table),
            Object::Column(column) => self.column(column),
            Object::Default(text) => self.column_default(text),
            Object::Constraint(constraint) => self.constraint(constraint),
            Object::Index(index) => self.index(index),
            Object::View(view) => self.view(view),
            Object::Trigger(trigger) => self.trigger(trigger),
            Object::Rule(rule) => self.rule(rule),
            Object::Policy(policy) => self.policy(policy),
            Object::Routine(routine) => self.routine(routine),
            Object::Domain(domain) => self.domain(domain),
            Object::Composite(composite) => self.composite(composite),
            Object::Range(range) => self.column_type(&mut range.subtype),
            // Where it is put unless somebody says otherwise.
            Object::Extension(extension) => {
                extension.schema = extension.schema.take().filter(|s| s != "public")
            }
            Object::Definition(definition) => self.definition(definition),
            Object::Schema(_)
            | Object::Enum(_)
            | Object::Sequence(_)
            | Object::DefaultPrivileges(_)
            | Object::OwnedBy(_)
            | Object::ReplicaIdentity(_)
            | Object::ClusterOn(_)
            | Object::Owner(_)
            | Object::Comment(_)
            | Object::SecurityLabel(_)
            | Object::Grant(_) => {}
        }
    }
}
