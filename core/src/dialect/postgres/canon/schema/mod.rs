//! The pass over whole schemas: what means the same on both sides gets the same words, so that the differ, which knows
//! only equality, sees what a server would see.
//!
//! How a text becomes canonical is the business of `canon/`; this folder knows which texts an object holds and what
//! they stand in. `normal/` has one file a group of kinds, `side.rs` answers for one schema, `merge.rs` takes over the
//! desired words.

mod catalog;
mod merge;
mod normal;
mod side;
#[cfg(test)]
mod tests;

use super::{Answer, Canonical, compare};
use crate::model::{ColumnType, Object, ObjectId, Schema};
use crate::pair::Pair;
use side::Side;

/// Both sides after the pass.
#[derive(Clone, Debug, Default)]
pub struct Equalised {
    /// The schemas; what means the same is equal.
    pub pair: Pair<Schema>,
    /// What could not be told, and why: it counts as different.
    pub notes: Vec<(ObjectId, String)>,
}

/// Brings what means the same on both sides to the desired side's words.
pub fn equalise(pair: Pair<Schema>) -> Equalised {
    let Pair { mut current, desired } = pair;
    let (changes, notes) = changes(Pair::new(&current, &desired));
    current.objects.extend(changes);
    Equalised { pair: Pair::new(current, desired), notes }
}

/// The current side's objects that are to take the desired side's words, and what could not be told.
#[allow(clippy::type_complexity)]
pub fn changes(pair: Pair<&Schema>) -> (Vec<(ObjectId, Object)>, Vec<(ObjectId, String)>) {
    let mut notes = Vec::new();
    let mut changes = Vec::new();
    let sides = pair.map(Side::new);
    for (id, object) in &pair.current.objects {
        if let Some(wanted) = pair.desired.objects.get(id) {
            if let Some(changed) = equal(id, Pair::new(object, wanted), &sides, &mut notes) {
                changes.push((id.clone(), changed));
            }
        }
    }
    (changes, notes)
}

/// What the current object is to be instead, if it is to be changed.
fn equal(
    id: &ObjectId,
    objects: Pair<&Object>,
    sides: &Pair<Side<'_>>,
    notes: &mut Vec<(ObjectId, String)>,
) -> Option<Object> {
    let alike = objects.current == objects.desired;
    // The same words mean the same, but for `*`, which stands for the columns of its own side.
    if alike && !has_star(objects.desired) {
        return None;
    }
    let current = normal::normal(id, objects.current, &sides.current);
    let desired = normal::normal(id, objects.desired, &sides.desired);
    if alike {
        return (current.object != desired.object).then_some(current.object);
    }
    if current.texts.len() == desired.texts.len() {
        for (a, b) in current.texts.iter().zip(&desired.texts) {
            if let Answer::Undecided(why) = compare(a, b) {
                notes.push((id.clone(), why));
            }
        }
    }
    Some(merge::merge(objects.current, objects.desired, (&current.object, &desired.object)))
}

/// Whether an object's query may hold a `*` that stands for columns.
fn has_star(object: &Object) -> bool {
    match object {
        Object::View(view) => view.query.text.contains('*'),
        Object::Rule(rule) => rule.commands.iter().any(|command| command.text.contains('*')),
        _ => false,
    }
}

/// Every object in normal form: two sources that mean the same give the same schema.
pub fn canonical(schema: &Schema) -> Schema {
    let side = Side::new(schema);
    let objects =
        schema.objects.iter().map(|(id, object)| (id.clone(), normal::normal(id, object, &side).object));
    Schema { objects: objects.collect() }
}

/// The columns that come out of a view, as far as they can be known.
pub fn view_columns(schema: &Schema, view: &ObjectId) -> Option<Vec<(String, ColumnType)>> {
    Side::new(schema).columns(view)
}

/// Whether a text could be read at all.
fn was_read(canonical: &Canonical) -> bool {
    canonical.undecided.is_empty() || !canonical.loose.is_empty()
}
