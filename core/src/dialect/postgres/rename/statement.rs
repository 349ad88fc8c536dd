//! The statements that rename and move. `pair` is the schema under its old names and under its new ones.

use super::aside::{is_relation, names_of};
use super::{Map, along};
use crate::collections::BTreeSet;
use crate::dialect::postgres::render::target::{target, word};
use crate::dialect::postgres::render::{ident, literal, name, relation};
use crate::model::{Facet, Kind, Object, ObjectId, Schema};
use crate::pair::Pair;
use crate::plan::{Severity, Step, Verb};

/// The statements in an order in which each finds its object: what stands on its own first, then parts. A name that is
/// still taken is reached through another one.
pub(super) fn statements(pair: Pair<&Schema>, map: &Map) -> Vec<Step> {
    let schema = pair.current;
    let mut out = Vec::new();
    let mut last = Vec::new();
    let mut parts = false;
    let mut all: Vec<_> = map.iter().collect();
    let wanted: BTreeSet<_> = map.values().filter(|id| is_relation(id)).map(names_of).collect();
    let makes_room = |old: &ObjectId, new: &ObjectId| {
        is_relation(old) && wanted.contains(&names_of(old)) && !map.contains_key(new)
    };
    all.sort_by_key(|(old, new)| {
        let room = makes_room(old, new);
        (old.kind != Kind::Schema, !room, old.is_part(), moves_along(schema, old), (*old).clone())
    });
    for (old, new) in all {
        if comes_from_parent(schema, map, old) {
            continue;
        }
        if old.is_part() && !parts {
            parts = true;
            out.append(&mut last);
        }
        // The relation has its new name by then, and what lives where it does is there too.
        let mut from = old.clone();
        if let Some(home) = home(map, old).or_else(|| type_of(map, old)) {
            (from.schema, from.name) = (home.schema.clone(), home.name.clone());
        } else if moves_along(schema, old) {
            from.schema = new.schema.clone();
        } else if let Some(of) = map.get(&ObjectId::new(Kind::Schema, "", &old.schema)) {
            // Its schema has its new name by then too.
            from.schema = of.name.clone();
        }
        let left = map.get(new).is_some_and(|to| makes_room(new, to));
        if map.contains_key(new) && !left && old.kind == new.kind {
            let mut between = new.clone();
            let end = if new.is_part() { &mut between.part } else { &mut between.name };
            end.push_str("_renaming");
            out.extend(steps(pair, old, &from, &between));
            last.extend(steps(pair, old, &between, new));
        } else {
            out.extend(steps(pair, old, &from, new));
        }
    }
    out.extend(last);
    out
}

/// Whether it goes to another schema with its table: an index, a sequence that a column owns.
fn moves_along(schema: &Schema, old: &ObjectId) -> bool {
    match old.kind {
        Kind::Index => true,
        Kind::Sequence => schema.contains(&old.facet(Facet::OwnedBy)),
        _ => false,
    }
}

/// Whether a part is renamed along with its parent's, or with the attribute of the type that its table is of.
fn comes_from_parent(schema: &Schema, map: &Map, old: &ObjectId) -> bool {
    let Some(of) = schema.table(&old.schema, &old.name).filter(|_| along::is_handed_on(schema, old)) else {
        return false;
    };
    let parents = of.inherits.iter().chain(of.partition_of.iter().map(|of| &of.parent));
    let above = parents.map(|parent| (old.kind, parent)).chain(of.of_type.iter().map(|ty| (Kind::Type, ty)));
    let mut parts = above.map(|(kind, of)| ObjectId::part(kind, &*of.schema, &*of.name, &*old.part));
    parts.any(|part| map.contains_key(&part))
}

/// The new id of the type that a label or attribute is of.
fn type_of<'a>(map: &'a Map, part: &ObjectId) -> Option<&'a ObjectId> {
    let is_part = part.kind == Kind::Type && !part.part.is_empty();
    map.get(&ObjectId { part: String::new(), ..part.clone() }).filter(|_| is_part)
}

fn home<'a>(map: &'a Map, part: &ObjectId) -> Option<&'a ObjectId> {
    if !part.is_part() {
        return None;
    }
    [Kind::Table, Kind::View].iter().find_map(|kind| map.get(&ObjectId::new(*kind, &part.schema, &part.name)))
}

/// From one name to another: schema and name are changed one after the other. `was` is what the schema knows it by.
fn steps(pair: Pair<&Schema>, was: &ObjectId, from: &ObjectId, to: &ObjectId) -> Vec<Step> {
    let schema = pair.current;
    let on = match to.is_part() {
        true => ObjectId::table(&to.schema, &to.name),
        false => to.clone(),
    };
    let facts = |verb: Verb, sql: String| {
        let mut step = Step::new(verb, to, sql).raise(Severity::Medium);
        step.object = to.clone();
        let step = step.lock("ACCESS EXCLUSIVE", &on);
        match to.kind {
            Kind::Table | Kind::View | Kind::Column => {
                step.hazard("breaks-clients", format!("whoever still says {} gets an error", from.own_name()))
            }
            _ => step,
        }
    };
    let (a, b) = (ident(from.own_name()), ident(to.own_name()));
    let head = format!("ALTER {}", word(schema, was));
    match to.kind {
        Kind::Column | Kind::Constraint => {
            let kind = if to.kind == Kind::Column { "COLUMN" } else { "CONSTRAINT" };
            vec![facts(Verb::Rename, format!("ALTER TABLE {} RENAME {kind} {a} TO {b}", relation(from)))]
        }
        Kind::Trigger | Kind::Policy | Kind::Rule => {
            vec![facts(Verb::Rename, format!("{head} {a} ON {} RENAME TO {b}", relation(from)))]
        }
        Kind::Type if !to.part.is_empty() => {
            let what = match schema.get(&ObjectId { part: String::new(), ..was.clone() }) {
                Some(Object::Composite(_)) => {
                    format!("ATTRIBUTE {} TO {} CASCADE", ident(&from.part), ident(&to.part))
                }
                _ => format!("VALUE {} TO {}", literal(&from.part), literal(&to.part)),
            };
            vec![facts(Verb::Rename, format!("ALTER TYPE {} RENAME {what}", relation(from)))]
        }
        _ => {
            let mut out = Vec::new();
            let mut at = from.clone();
            if at.schema != to.schema && at.kind != Kind::Index {
                let sql = format!("{} SET SCHEMA {}", called(pair, (was, to), &at), ident(&to.schema));
                out.push(facts(Verb::Move, sql));
                at.schema = to.schema.clone();
            }
            if at.name != to.name {
                out.push(facts(Verb::Rename, format!("{} RENAME TO {b}", called(pair, (was, to), &at))));
            }
            out
        }
    }
}

/// `ALTER TABLE app.t`: the words by what it was, the name by what it is; the types in a signature have their new names.
fn called(pair: Pair<&Schema>, (was, to): (&ObjectId, &ObjectId), at: &ObjectId) -> String {
    match at.kind {
        Kind::Function | Kind::Aggregate | Kind::Operator | Kind::OperatorClass | Kind::OperatorFamily => {
            let known = pair.desired.contains(to);
            let (schema, id) = if known { (pair.desired, to) } else { (pair.current, was) };
            let words = target(schema, id);
            format!("ALTER {}", words.replacen(&relation(id), &name(&at.schema, &at.name), 1))
        }
        _ => format!("ALTER {} {}", word(pair.current, was), relation(at)),
    }
}
