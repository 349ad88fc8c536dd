//! Columns that go from one way of numbering their rows to another, `serial` and identity: the numbers go on where they
//! were, so that none is given out twice, not even that of a row which is gone.

use super::beside::free_name;
use crate::collections::BTreeMap;
use crate::dialect::postgres::names::sequence_in;
use crate::dialect::postgres::render::{ident, literal, relation};
use crate::model::{Column, Facet, Identity, Kind, Object, ObjectId, Schema, Sequence};
use crate::pair::Pair;
use crate::plan::rules::Context;
use crate::plan::{Step, Verb};

/// The columns that get an identity, by the sequences that numbered their rows and go.
struct ToIdentity(BTreeMap<ObjectId, ObjectId>);

fn to_identity(cx: &Context<'_>) -> std::rc::Rc<ToIdentity> {
    cx.memo.get(|| {
        let first = ObjectId::new(Kind::Column, "", "");
        let columns = cx.schemas.desired.objects.range(first..).take_while(|(id, _)| id.kind == Kind::Column);
        let gets =
            columns.filter(|(_, object)| matches!(object, Object::Column(of) if of.identity.is_some()));
        let mut found: BTreeMap<_, _> =
            gets.filter_map(|(id, _)| Some((going(cx, id)?, id.clone()))).collect();
        // One that numbers several columns hands on to none: each goes on from its own values.
        if !found.is_empty() {
            let defaults = cx.schemas.current.objects.iter().filter(|(id, _)| id.facet == Facet::Default);
            for (id, object) in defaults {
                let Object::Default(text) = object else { continue };
                let sequence = sequence_in(cx.schemas.current, text);
                found.retain(|used, by| sequence.as_ref() != Some(used) || *by == id.itself());
            }
        }
        ToIdentity(found)
    })
}

/// The sequence that a column's default takes numbers from and that goes.
fn going(cx: &Context<'_>, column: &ObjectId) -> Option<ObjectId> {
    let current = cx.schemas.current;
    let default = current.column_default(&column.schema, &column.name, &column.part)?;
    sequence_in(current, default).filter(|sequence| !cx.schemas.desired.contains(sequence))
}

/// The new sequence that the default of a column takes numbers from which had an identity.
pub(super) fn to_serial(cx: &Context<'_>, column: &ObjectId) -> Option<ObjectId> {
    let Pair { current, desired } = cx.schemas;
    let (from, to) = (of_column(current, column)?, of_column(desired, column)?);
    let default = desired.column_default(&column.schema, &column.name, &column.part)?;
    let sequence = sequence_in(desired, default)?;
    let changes = from.identity.is_some() && to.identity.is_none();
    (changes && !current.contains(&sequence)).then_some(sequence)
}

fn of_column<'s>(schema: &'s Schema, id: &ObjectId) -> Option<&'s Column> {
    schema.column(&id.schema, &id.name, &id.part)
}

fn sequence_of(identity: &Identity) -> ObjectId {
    ObjectId::new(Kind::Sequence, &identity.sequence_name.schema, &identity.sequence_name.name)
}

/// The name under which a sequence waits to hand on its value: its own, unless the new one has that.
fn waiting(cx: &Context<'_>, old: &ObjectId, new: &ObjectId) -> ObjectId {
    match (&old.schema, &old.name) == (&new.schema, &new.name) {
        true => ObjectId { name: free_name(cx, &old.schema, &old.name, "old"), ..old.clone() },
        false => old.clone(),
    }
}

fn makes_way(cx: &Context<'_>, old: &ObjectId, new: &ObjectId) -> Vec<Step> {
    let to = waiting(cx, old, new);
    let sql = format!("ALTER SEQUENCE {} RENAME TO {}", relation(old), ident(&to.name));
    if to == *old { Vec::new() } else { vec![Step::new(Verb::Rename, old, sql)] }
}

/// What becomes of a sequence that goes: one that hands on its value stays until it has.
pub(super) fn drop_sequence(cx: &Context<'_>, id: &ObjectId) -> Option<Vec<Step>> {
    let column = to_identity(cx).0.get(id).cloned()?;
    let identity = of_column(cx.schemas.desired, &column)?.identity.as_ref()?;
    Some(makes_way(cx, id, &sequence_of(identity)))
}

/// What follows when a column has got its identity.
pub(super) fn into_identity(cx: &Context<'_>, column: &ObjectId, to: &Identity) -> Option<Vec<Step>> {
    let old = going(cx, column).filter(|old| to_identity(cx).0.get(old) == Some(column))?;
    let Some(Object::Sequence(from)) = cx.schemas.current.get(&old) else { return None };
    let new = sequence_of(to);
    let waits = waiting(cx, &old, &new);
    let drop = Step::new(Verb::Alter, column, format!("DROP SEQUENCE {}", relation(&waits)));
    Some(vec![hand_on(column, (&waits, from), (&new, &to.sequence)), drop])
}

/// What a column's identity does first when it goes for a sequence of its own.
pub(super) fn out_of_identity(cx: &Context<'_>, column: &ObjectId, from: &Identity) -> Option<Vec<Step>> {
    let new = to_serial(cx, column)?;
    Some(makes_way(cx, &sequence_of(from), &new))
}

/// What comes before a column that had an identity gets its default.
pub(super) fn into_serial(cx: &Context<'_>, column: &ObjectId) -> Option<Step> {
    let new = to_serial(cx, column)?;
    let from = of_column(cx.schemas.current, column)?.identity.as_ref()?;
    let Some(Object::Sequence(to)) = cx.schemas.desired.get(&new) else { return None };
    let waits = waiting(cx, &sequence_of(from), &new);
    Some(hand_on(column, (&waits, &from.sequence), (&new, to)))
}

/// The new sequence goes on where the old one and the column's values are; one that was never used begins by itself.
fn hand_on(column: &ObjectId, old: (&ObjectId, &Sequence), new: (&ObjectId, &Sequence)) -> Step {
    let table = relation(column);
    let (furthest, of_all) = if new.1.increment < 0 { ("least", "min") } else { ("greatest", "max") };
    let begins = if new.1.increment < 0 { new.1.start < old.1.start } else { new.1.start > old.1.start };
    let start = if begins { format!(", {}", new.1.start) } else { String::new() };
    let sql = format!(
        "SELECT setval({}, {furthest}(last_value, (SELECT {of_all}({}) FROM {table}){start}))\nFROM {}\nWHERE is_called OR EXISTS (SELECT FROM {table})",
        literal(&relation(new.0)),
        ident(&column.part),
        relation(old.0),
    );
    Step::new(Verb::Alter, new.0, sql).scans(&ObjectId::table(&column.schema, &column.name))
}
