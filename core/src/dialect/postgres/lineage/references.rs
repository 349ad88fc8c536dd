//! Foreign keys to a partitioned table of which a partition goes, or leaves and joins again: while it is away, rows that
//! refer to its rows would refer to nothing, and the server refuses. They are dropped before and made again after.

use super::{Work, stays, subsume, tables};
use crate::collections::BTreeSet;
use crate::dialect::postgres::render::{self, ident, qualified};
use crate::model::{Constraint, ConstraintRule, Kind, Object, ObjectId, QualifiedName, Schema};
use crate::plan::{Severity, Step, Verb};

/// Keys that are made again once every partition is back.
pub(super) type SetAside = Vec<(ObjectId, Constraint)>;

/// Drops them as first steps, and takes them out of what the planner sees.
pub(super) fn set_aside(work: &mut Work<'_, '_>) -> SetAside {
    let (away, gone) = parted(work);
    if away.is_empty() && gone.is_empty() {
        return SetAside::new();
    }
    for (id, key) in keys(work.pair.current) {
        let changes = work.pair.current.get(&id) != work.pair.desired.get(&id);
        if away.contains(&key) || gone.contains(&key) && changes {
            let table = QualifiedName::new(&*id.schema, &*id.name);
            let sql = format!("ALTER TABLE {} DROP CONSTRAINT {}", qualified(&table), ident(&id.part));
            let step = Step::new(Verb::Drop, &id, sql).lock("ACCESS EXCLUSIVE", &of(&table));
            work.out.first.push(step.lock("ACCESS EXCLUSIVE", &of(&key)));
            // What its partitions have of it goes with it.
            for id in shares(work.pair.current, &id).into_iter().chain([id]) {
                subsume::forget(work.current.to_mut(), &id);
            }
        }
    }
    let mut wanted = SetAside::new();
    for (id, _) in keys(work.pair.desired).into_iter().filter(|(_, key)| away.contains(key)) {
        if let Some(Object::Constraint(constraint)) = work.pair.desired.get(&id) {
            wanted.push((id.clone(), constraint.clone()));
            // The partitions get theirs with it.
            for share in shares(work.pair.desired, &id) {
                subsume::forget(work.desired.to_mut(), &share);
            }
        }
    }
    wanted
}

/// Makes them again as last steps.
pub(super) fn take_back(work: &mut Work<'_, '_>, keys: SetAside) {
    for (id, constraint) in keys {
        let table = QualifiedName::new(&*id.schema, &*id.name);
        let head = format!("ALTER TABLE {}", qualified(&table));
        let sql = format!("{head} ADD {}", render::constraint::named(&id.part, &constraint));
        let mut step =
            Step::new(Verb::Create, &id, sql).lock("SHARE ROW EXCLUSIVE", &of(&table)).scans(&of(&table));
        if !constraint.not_valid && !constraint.not_enforced {
            step = step
                .hazard("fails-on-rows", format!("fails if rows of {} refer to nothing", of(&table)))
                .raise(Severity::Medium);
        }
        work.put_last(&id, step);
    }
}

fn of(table: &QualifiedName) -> ObjectId {
    ObjectId::table(&*table.schema, &*table.name)
}

/// The foreign keys of a schema that are not handed on, with the tables they refer to.
fn keys(schema: &Schema) -> Vec<(ObjectId, QualifiedName)> {
    let all = schema.objects.range(ObjectId::new(Kind::Constraint, "", "")..);
    (all.take_while(|(id, _)| id.kind == Kind::Constraint))
        .filter_map(|(id, object)| match object {
            Object::Constraint(Constraint {
                rule: ConstraintRule::ForeignKey(key),
                inherited: false,
                ..
            }) => Some((id.clone(), key.table.clone())),
            _ => None,
        })
        .collect()
}

/// What the partitions of a key's table have of the key, at any depth.
fn shares(schema: &Schema, key: &ObjectId) -> Vec<ObjectId> {
    let above = |id: &ObjectId| {
        let of = schema.table(&id.schema, &id.name)?.partition_of.as_ref()?;
        Some(ObjectId { schema: of.parent.schema.clone(), name: of.parent.name.clone(), ..id.clone() })
    };
    let all = schema.objects.range(ObjectId::new(Kind::Constraint, "", "")..);
    (all.take_while(|(id, _)| id.kind == Kind::Constraint))
        .filter(|(id, object)| {
            id.part == key.part && matches!(object, Object::Constraint(Constraint { inherited: true, .. }))
        })
        .filter(|(id, _)| std::iter::successors(above(id), |next| above(next)).any(|above| above == *key))
        .map(|(id, _)| id.clone())
        .collect()
}

/// The tables that miss a partition for a while, at any depth, and those that lose one for good.
fn parted(work: &Work<'_, '_>) -> (BTreeSet<QualifiedName>, BTreeSet<QualifiedName>) {
    let (mut away, mut gone) = (BTreeSet::new(), BTreeSet::new());
    for (name, table) in tables(work.pair.current) {
        let Some(partition) = &table.partition_of else { continue };
        if !stays(work.pair, &name) || work.keeps(&name, &partition.parent) {
            continue;
        }
        let joins =
            work.pair.desired.table(&name.schema, &name.name).is_some_and(|to| to.partition_of.is_some());
        let above = if joins { &mut away } else { &mut gone };
        let mut parent = Some(partition.parent.clone());
        while let Some(next) = parent.take_if(|next| !above.contains(next)) {
            let table = work.pair.current.table(&next.schema, &next.name);
            parent = table.and_then(|table| table.partition_of.as_ref()).map(|of| of.parent.clone());
            above.insert(next);
        }
    }
    (away, gone)
}
