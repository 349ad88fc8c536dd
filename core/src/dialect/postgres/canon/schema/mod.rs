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
mod stars;
#[cfg(test)]
mod tests;

use super::builtin::extensions;
use super::{Answer, Canonical, compare};
use crate::model::{
    ColumnType, Extension, Facet, Kind, Object, ObjectId, Routine, RoutineBody, Schema, SqlText,
};
use crate::pair::Pair;
use side::Side;

pub use stars::spelled_out;

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
    apply(&mut current, changes);
    Equalised { pair: Pair::new(current, desired), notes }
}

/// What an object of the current side is to be; `None` for one that is not to be looked at.
pub type Change = (ObjectId, Option<Object>);

/// Takes changes into the current side, and gives back those that undo them.
pub fn apply(current: &mut Schema, changes: Vec<Change>) -> Vec<Change> {
    let mut undo = Vec::with_capacity(changes.len());
    for (id, object) in changes {
        let before = match object {
            Some(object) => current.objects.insert(id.clone(), object),
            None => current.objects.remove(&id),
        };
        undo.push((id, before));
    }
    undo
}

/// A share of the objects, for a host that does several shares at a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// Which one, from 0.
    pub part: usize,
    /// Of how many.
    pub of: usize,
}

impl Share {
    /// All of it.
    pub const WHOLE: Share = Share { part: 0, of: 1 };
}

/// The objects of a share that are there on both sides, in the order of their ids.
pub fn on_both(pair: Pair<&Schema>, share: Share) -> impl Iterator<Item = (&ObjectId, Pair<&Object>)> {
    let mut desired = pair.desired.objects.iter().peekable();
    let both = pair.current.objects.iter().filter_map(move |(id, object)| {
        while desired.next_if(|(other, _)| *other < id).is_some() {}
        desired.next_if(|(other, _)| *other == id).map(|(_, wanted)| (id, Pair::new(object, wanted)))
    });
    both.skip(share.part).step_by(share.of.max(1))
}

/// The current side's objects that are to take the desired side's words, and what could not be told.
pub fn changes(pair: Pair<&Schema>) -> (Vec<Change>, Vec<(ObjectId, String)>) {
    changes_of(pair, Share::WHOLE)
}

/// The same of a share.
pub fn changes_of(pair: Pair<&Schema>, share: Share) -> (Vec<Change>, Vec<(ObjectId, String)>) {
    let mut notes = Vec::new();
    let mut changes = if share.part == 0 { extension_comments(pair) } else { Vec::new() };
    let sides = pair.map(Side::new);
    for (id, objects) in on_both(pair, share) {
        if let Some(changed) = equal(id, objects, &sides, &mut notes) {
            changes.push((id.clone(), Some(changed)));
        }
    }
    (changes, notes)
}

/// The columns of a table or view with their types; `None` where they cannot be known.
pub fn relation_columns(schema: &Schema, id: &ObjectId) -> Option<Vec<(String, ColumnType)>> {
    Side::new(schema).columns(id)
}

/// Finds the columns that texts of a schema name and that nothing in their sight has.
pub struct Missing<'a>(Side<'a>);

impl<'a> Missing<'a> {
    /// For a schema.
    pub fn new(schema: &'a Schema) -> Self {
        Missing(Side::new(schema))
    }

    /// The first one of an object: `a`, `t.a`.
    pub fn column(&self, id: &ObjectId, object: &Object) -> Option<String> {
        if id.kind == Kind::View && matches!(object, Object::View(_)) {
            return self.0.view(id)?.missing;
        }
        normal::normal(id, object, &self.0).texts.into_iter().find_map(|text| text.missing)
    }

    /// The columns of a table or view; `None` where they cannot be known.
    pub fn columns(&self, id: &ObjectId) -> Option<Vec<(String, ColumnType)>> {
        self.0.columns(id)
    }
}

/// An extension brings its own comment, which a dump says and a person does not: said on one side only, it is no
/// difference.
fn extension_comments(pair: Pair<&Schema>) -> Vec<Change> {
    let comments = |schema: &'_ Schema| -> Vec<(ObjectId, Object)> {
        let all = schema.objects.range(ObjectId::new(Kind::Extension, "", "")..);
        let all = all.take_while(|(id, _)| id.kind == Kind::Extension);
        all.filter(|(id, _)| id.facet == Facet::Comment).map(|(id, o)| (id.clone(), o.clone())).collect()
    };
    let mut out = Vec::new();
    for (id, comment) in comments(pair.current) {
        if is_born_with(&id, &comment) && !pair.desired.contains(&id) && pair.desired.contains(&id.itself()) {
            out.push((id, None));
        }
    }
    for (id, comment) in comments(pair.desired) {
        if is_born_with(&id, &comment) && !pair.current.contains(&id) && pair.current.contains(&id.itself()) {
            out.push((id, Some(comment)));
        }
    }
    out
}

/// Whether a comment on an extension may be the one that it brings; of those that are known, any other is a person's.
pub fn is_born_with(id: &ObjectId, comment: &Object) -> bool {
    extensions::comment(&id.name).is_none_or(|own| *comment == Object::Comment(own.to_owned()))
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
    if let (Object::Extension(current), Object::Extension(desired)) = (objects.current, objects.desired) {
        return unsaid(current, desired);
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
    let mut merged = merge::merge(objects.current, objects.desired, (&current.object, &desired.object));
    // The names of a view's columns are part of what its query means: they stay with it.
    if let (Object::View(merged), Object::View(current), Object::View(left), Object::View(right)) =
        (&mut merged, objects.current, &current.object, &desired.object)
        && left.query != right.query
    {
        merged.columns.clone_from(&current.columns);
    }
    Some(merged)
}

/// A version that one side does not say is as it is. Where an extension is, `managed` tells.
fn unsaid(current: &Extension, desired: &Extension) -> Option<Object> {
    let version = match (&current.version, &desired.version) {
        (Some(_), Some(_)) => current.version.clone(),
        _ => desired.version.clone(),
    };
    Some(Object::Extension(Extension { schema: current.schema.clone(), version }))
}

/// Whether an object's query may hold a `*` that stands for columns.
pub fn has_star(object: &Object) -> bool {
    match object {
        Object::View(view) => may_expand(&view.query.text),
        Object::Rule(rule) => rule.commands.iter().any(|command| may_expand(&command.text)),
        Object::Routine(Routine { body: RoutineBody::Sql(body), .. }) => may_expand(&body.text),
        _ => false,
    }
}

/// Whether a text holds a `*` other than that of `count(*)`.
fn may_expand(text: &str) -> bool {
    text.match_indices('*').any(|(at, star)| {
        let (before, after) =
            (text.get(..at).unwrap_or_default(), text.get(at + star.len()..).unwrap_or_default());
        !(before.trim_end().ends_with('(') && after.trim_start().starts_with(')'))
    })
}

/// Every object in normal form: two sources that mean the same give the same schema.
pub fn canonical(schema: &Schema) -> Schema {
    let side = Side::new(schema);
    let objects = schema.objects.iter().map(|(id, object)| {
        let mut normal = normal::normal(id, object, &side).object;
        if let (Object::Definition(normal), Object::Definition(own)) = (&mut normal, object) {
            // Not compared, but needed by whoever plans with it.
            normal.uses.clone_from(&own.uses);
            normal.uses.sort();
            normal.uses.dedup();
        }
        (id.clone(), normal)
    });
    Schema { objects: objects.collect() }
}

/// The columns that come out of a query, as far as they can be known.
pub fn query_columns(
    schema: &Schema,
    query: &SqlText,
    names: &[String],
) -> Option<Vec<(String, ColumnType)>> {
    Side::new(schema).query_columns(query, names)
}

/// The columns that come out of a view, as far as they can be known.
pub fn view_columns(schema: &Schema, view: &ObjectId) -> Option<Vec<(String, ColumnType)>> {
    Side::new(schema).columns(view)
}

/// Whether a text could be read at all.
fn was_read(canonical: &Canonical) -> bool {
    canonical.undecided.is_empty() || !canonical.loose.is_empty()
}
