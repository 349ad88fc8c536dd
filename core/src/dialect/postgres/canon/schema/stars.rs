//! `*` in queries of the desired side. New columns come last in a table that is there, wherever the source has them, and
//! `*` stands for the columns in the table's own order: where the two differ, the columns are spelled out, so that the
//! view comes out as the source means it.

use super::normal;
use super::side::Side;
use super::{Change, has_star};
use crate::collections::BTreeSet;
use crate::model::{Column, Kind, Object, ObjectId, Position, RoutineBody, Schema};
use crate::pair::Pair;

/// The desired side's objects in which `*` would stand for columns in another order, with these spelled out.
pub fn spelled_out(pair: Pair<&Schema>) -> Vec<Change> {
    let starred: Vec<_> = pair.desired.objects.iter().filter(|(_, object)| has_star(object)).collect();
    if starred.is_empty() {
        return Vec::new();
    }
    let meant = Side::new(pair.desired);
    let (left, midway) = (reordered(pair, false), reordered(pair, true));
    let (left, midway) = (left.as_ref().map(Side::new), midway.as_ref().map(Side::new));
    let mut out = Vec::new();
    for (id, object) in starred {
        let wanted = normal::normal(id, object, &meant);
        let strays = |side: &Option<Side<'_>>| {
            side.as_ref().is_some_and(|side| normal::normal(id, object, side).object != wanted.object)
        };
        let read = wanted.texts.iter().all(|text| text.undecided.is_empty());
        if read && (strays(&left) || strays(&midway) && replaced_in_place(pair, id, object)) {
            out.push((id.clone(), Some(with_query(object, wanted.object))));
        }
    }
    out
}

/// Whether an object is written over while columns that go are still there: `*` would hold on to them.
fn replaced_in_place(pair: Pair<&Schema>, id: &ObjectId, object: &Object) -> bool {
    let columns = pair.map(|schema| Side::new(schema).columns(id));
    let differs = pair.current.get(id).is_some_and(|current| current != object);
    differs && (id.kind == Kind::Function || columns.current.is_some() && columns.current == columns.desired)
}

/// The object with the words of its normal form where these are a query.
fn with_query(object: &Object, normal: Object) -> Object {
    let mut out = object.clone();
    match (&mut out, normal) {
        (Object::View(view), Object::View(normal)) => {
            (view.query, view.columns) = (normal.query, normal.columns);
        }
        (Object::Rule(rule), Object::Rule(normal)) => rule.commands = normal.commands,
        (Object::Routine(routine), Object::Routine(normal)) => {
            if let RoutineBody::Sql(_) = normal.body {
                routine.body = normal.body;
            }
        }
        _ => {}
    }
    out
}

/// The desired schema with the columns of its tables in the order in which a plan leaves them, and on the way there with
/// those that are yet to go; `None` if that is what the tables are to be.
fn reordered(pair: Pair<&Schema>, midway: bool) -> Option<Schema> {
    let mut out: Option<Schema> = None;
    let tables = pair.desired.objects.iter().filter(|(id, object)| {
        id.kind == Kind::Table && matches!(object, Object::Table(_)) && pair.current.contains(id)
    });
    for (id, _) in tables {
        let wanted = pair.desired.columns(&id.schema, &id.name);
        let there = pair.current.columns(&id.schema, &id.name);
        let stays = |name: &str, column: &Column| match wanted.iter().find(|(own, _)| *own == name) {
            // A column that is computed in another way goes and comes again.
            Some((_, to)) => to.generated.is_none() || to.generated == column.generated,
            None => midway,
        };
        let kept: Vec<_> = there.iter().filter(|(name, column)| stays(name, column)).copied().collect();
        let known: BTreeSet<&str> = kept.iter().map(|(name, _)| *name).collect();
        let new = wanted.iter().filter(|(name, _)| !known.contains(name)).copied();
        let order: Vec<_> = kept.iter().copied().chain(new).collect();
        if order.iter().map(|(name, _)| name).eq(wanted.iter().map(|(name, _)| name)) {
            continue;
        }
        let schema = out.get_or_insert_with(|| pair.desired.clone());
        for (at, (name, column)) in order.into_iter().enumerate() {
            let column_id = ObjectId::column(&id.schema, &id.name, name);
            let object = schema.objects.entry(column_id).or_insert_with(|| Object::Column(column.clone()));
            if let Object::Column(column) = object {
                column.position = Position(u32::try_from(at).unwrap_or(u32::MAX));
            }
        }
    }
    out
}
