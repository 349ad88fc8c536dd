//! What changes of a parent do to the children that stay with it, taken as done in the current schema.

use super::inherited::{column, constraint_name, parts};
use super::{Work, rename};
use crate::dialect::postgres::attached;
use crate::dialect::postgres::render::{ident, name, relation};
use crate::model::{
    Column, Constraint, ConstraintRule, Facet, Index, Kind, Object, ObjectId, QualifiedName, Schema,
};
use crate::plan::{Step, Verb};

/// From the roots down: a child that is a parent itself hands on what it got.
pub(super) fn subsume(work: &mut Work<'_, '_>) {
    let children = work.families.current.children.clone();
    let inner: crate::collections::BTreeSet<&QualifiedName> = children.values().flatten().collect();
    let mut waiting: Vec<QualifiedName> =
        children.keys().filter(|parent| !inner.contains(parent)).rev().cloned().collect();
    while let Some(parent) = waiting.pop() {
        for child in children.get(&parent).into_iter().flatten().rev() {
            if work.keeps(child, &parent) {
                columns(work, &parent, child);
                constraints(work, &parent, child);
                indexes(work, child);
            }
            waiting.push(child.clone());
        }
    }
}

fn id_of(table: &QualifiedName, column: &str) -> ObjectId {
    ObjectId::column(&*table.schema, &*table.name, column)
}

/// The column of a table with its default.
fn take<'s>(
    schema: &'s Schema,
    table: &QualifiedName,
    name: &str,
) -> Option<(&'s Column, Option<&'s Object>)> {
    let column = schema.column(&table.schema, &table.name, name)?;
    Some((column, schema.get(&id_of(table, name).facet(Facet::Default))))
}

fn columns(work: &mut Work<'_, '_>, parent: &QualifiedName, child: &QualifiedName) {
    let names: crate::collections::BTreeSet<String> = [work.pair.current, work.pair.desired]
        .into_iter()
        .flat_map(|schema| parts(schema, Kind::Column, parent))
        .map(|id| id.part)
        .collect();
    for name in names {
        let before = take(work.pair.current, parent, &name);
        let after = take(work.pair.desired, parent, &name);
        let id = id_of(child, &name);
        // Whether it is the child's own as well cannot be changed, and makes no difference.
        let wanted = work.desired.column(&child.schema, &child.name, &name).map(|c| c.inherited);
        if let (Some(_), Some(_), Some(wanted)) = (before, after, wanted) {
            inherit(work, &id, wanted);
        }
        match (before, after) {
            (Some(before), Some(after)) if before == after => {}
            (_, None) => lose(work, child, &name),
            (None, Some((of, default))) if !work.current.contains(&id) => {
                work.current.to_mut().objects.insert(id.clone(), Object::Column(column(of)));
                if let Some(default) = default {
                    work.current.to_mut().objects.insert(id.facet(Facet::Default), default.clone());
                }
            }
            (None, Some(_)) => {
                // It has the column already: the server merges the two.
                if let Some(wanted) = wanted {
                    inherit(work, &id, wanted);
                }
            }
            (Some(before), Some(after)) => change(work.current.to_mut(), &id, before, after),
        }
    }
}

/// Notes whether a column comes from a parent.
fn inherit(work: &mut Work<'_, '_>, id: &ObjectId, wanted: bool) {
    let differs = matches!(work.current.get(id), Some(Object::Column(own)) if own.inherited != wanted);
    if differs && let Some(Object::Column(own)) = work.current.to_mut().objects.get_mut(id) {
        own.inherited = wanted;
    }
}

/// A column goes with the parent's, and with it what stands on it.
fn lose(work: &mut Work<'_, '_>, child: &QualifiedName, name: &str) {
    let id = id_of(child, name);
    let goes = work.current.column(&child.schema, &child.name, name).is_some_and(|column| column.inherited)
        && !work.desired.contains(&id);
    if !goes {
        return;
    }
    let mut gone = vec![id.clone()];
    let uses = |columns: &[String]| columns.iter().any(|column| column == name);
    gone.extend((work.current.constraints(&child.schema, &child.name)).filter_map(|(own, of)| {
        let stands = match &of.rule {
            ConstraintRule::Key(key) => uses(&key.columns) || uses(&key.include),
            ConstraintRule::ForeignKey(key) => uses(&key.columns),
            ConstraintRule::Check { expression, .. } => {
                let text = &expression.text;
                !crate::dialect::postgres::parse::expression::columns_used(text, |c| c == name).is_empty()
            }
            ConstraintRule::Exclude(_) => false,
        };
        stands.then(|| ObjectId::part(Kind::Constraint, &*child.schema, &*child.name, own))
    }));
    for (index, of) in work.families.current.indexes(&work.current, child) {
        let keyed =
            of.elements.iter().any(|e| matches!(&e.key, crate::model::IndexKey::Column(c) if c == name));
        if keyed || uses(&of.include) {
            gone.push(index);
        }
    }
    for id in gone.iter().filter(|id| !work.desired.contains(id)) {
        forget(work.current.to_mut(), id);
    }
}

/// Takes out an entry and what is said of it.
pub(super) fn forget(schema: &mut Schema, id: &ObjectId) {
    let facets: Vec<ObjectId> = schema.facets(id).map(|(facet, _)| facet.clone()).collect();
    facets.iter().for_each(|facet| {
        schema.objects.remove(facet);
    });
    schema.objects.remove(id);
}

/// The sides of a column that follow the parent's.
fn change(
    current: &mut Schema,
    id: &ObjectId,
    before: (&Column, Option<&Object>),
    after: (&Column, Option<&Object>),
) {
    let default = id.facet(Facet::Default);
    if before.1 != after.1 {
        match after.1 {
            Some(text) => current.objects.insert(default, text.clone()),
            None => current.objects.remove(&default),
        };
    }
    let Some(Object::Column(own)) = current.objects.get_mut(id) else { return };
    let (before, after) = (before.0, after.0);
    if (&before.ty, &before.collation) != (&after.ty, &after.collation) {
        own.ty.clone_from(&after.ty);
        own.collation.clone_from(&after.collation);
    }
    not_null(own, before, after);
    if before.generated != after.generated {
        own.generated.clone_from(&after.generated);
    }
    if before.storage != after.storage {
        own.storage.clone_from(&after.storage);
    }
    if before.statistics != after.statistics {
        own.statistics = after.statistics;
    }
}

/// NOT NULL: what the parent no longer hands on but keeps stays with the child.
fn not_null(own: &mut Column, before: &Column, after: &Column) {
    let handed = |of: &Column| of.not_null.clone().filter(|not_null| !not_null.no_inherit);
    match (handed(before), handed(after)) {
        (None, Some(new)) => own.not_null = Some(new),
        (Some(_), None) if after.not_null.is_none() => own.not_null = None,
        (Some(_), Some(new)) => {
            if let Some(own) = &mut own.not_null {
                own.not_valid &= new.not_valid;
            }
        }
        _ => {}
    }
}

fn constraints(work: &mut Work<'_, '_>, parent: &QualifiedName, child: &QualifiedName) {
    let mut ids = parts(&work.current, Kind::Constraint, child);
    ids.extend(parts(&work.desired, Kind::Constraint, child));
    ids.sort();
    ids.dedup();
    for id in ids {
        let find = |schema: &Schema| match schema.get(&id) {
            Some(Object::Constraint(of)) => Some(of.clone()),
            _ => None,
        };
        let (current, desired) = (find(&work.current), find(&work.desired));
        let above = ObjectId { schema: parent.schema.clone(), name: parent.name.clone(), ..id.clone() };
        let stays = work.pair.current.contains(&above) && work.pair.desired.contains(&above);
        let is_partition =
            work.desired.table(&child.schema, &child.name).is_some_and(|t| t.partition_of.is_some());
        match (current, desired) {
            (Some(a), Some(b)) if a == b => {}
            (Some(a), Some(b)) if a.inherited && b.inherited => {
                work.current.to_mut().objects.insert(id, Object::Constraint(b));
            }
            // Whether it is the child's own as well cannot be changed, and makes no difference.
            (Some(a), Some(b)) if stays && a.inherited != b.inherited && same_rule(&a, &b) => {
                work.current.to_mut().objects.insert(id, Object::Constraint(b));
            }
            (Some(a), None) if a.inherited => forget(work.current.to_mut(), &id),
            (None, Some(b)) if b.inherited => new_share(work, child, &id, b),
            (Some(a), Some(b)) if b.inherited && !a.inherited => {
                if !(is_partition && same_rule(&a, &b)) {
                    let sql = format!("ALTER TABLE {} DROP CONSTRAINT {}", self_name(child), ident(&id.part));
                    work.out.first.push(Step::new(Verb::Drop, &id, sql));
                }
                work.current.to_mut().objects.insert(id, Object::Constraint(b));
            }
            (Some(a), Some(b)) if a.inherited && !b.inherited => {
                let add = crate::dialect::postgres::render::constraint::named(&id.part, &b);
                let sql = format!("ALTER TABLE {} ADD {add}", self_name(child));
                work.out.last.push(Step::new(Verb::Create, &id, sql));
                work.current.to_mut().objects.insert(id, Object::Constraint(b));
            }
            _ => {}
        }
    }
}

fn self_name(table: &QualifiedName) -> String {
    name(&table.schema, &table.name)
}

/// A constraint that the parent's brings; the server may call it otherwise than wanted.
fn new_share(work: &mut Work<'_, '_>, child: &QualifiedName, id: &ObjectId, of: Constraint) {
    let parent = match &of.rule {
        ConstraintRule::Key(key) => key.parent.as_ref().map(|parent| parent.name.clone()),
        ConstraintRule::Exclude(exclude) => exclude.index.parent.as_ref().map(|parent| parent.name.clone()),
        _ => None,
    };
    let share = constraint_name(child, parent.as_deref().unwrap_or(&id.part), &of);
    if share != id.part {
        let what = format!("ALTER TABLE {} RENAME CONSTRAINT {}", self_name(child), ident(&share));
        work.out.last.push(rename(id, what, &id.part));
    }
    work.current.to_mut().objects.insert(id.clone(), Object::Constraint(of));
}

fn same_rule(a: &Constraint, b: &Constraint) -> bool {
    let mut a = a.rule.clone();
    let parent = match &b.rule {
        ConstraintRule::Key(key) => key.parent.clone(),
        ConstraintRule::Exclude(exclude) => exclude.index.parent.clone(),
        _ => None,
    };
    super::inherited::set_parent(&mut a, parent);
    a == b.rule
}

fn indexes(work: &mut Work<'_, '_>, child: &QualifiedName) {
    let current = work.families.current.indexes(&work.current, child);
    let desired = work.families.desired.indexes(&work.desired, child);
    for (id, of) in &desired {
        let before = current.iter().find(|(own, _)| own == id).map(|(_, index)| index);
        match (before, &of.parent) {
            (Some(a), Some(_)) if a.parent.is_some() => changed_share(work, id, a, of),
            (None, Some(_)) => named_share(work, id, of),
            (Some(a), Some(_)) => {
                if !(Index { parent: of.parent.clone(), ..a.clone() } == *of) {
                    let sql = format!("DROP INDEX {}", relation(id));
                    work.out.first.push(Step::new(Verb::Drop, id, sql));
                }
                work.current.to_mut().objects.insert(id.clone(), Object::Index(of.clone()));
            }
            (Some(a), None) if a.parent.is_some() => {
                let sql = crate::dialect::postgres::render::index::create(id, of, false);
                work.out.last.push(Step::new(Verb::Create, id, sql));
                work.current.to_mut().objects.insert(id.clone(), Object::Index(of.clone()));
            }
            _ => {}
        }
    }
    for (id, of) in &current {
        if of.parent.is_some() && !desired.iter().any(|(own, _)| own == id) {
            forget(work.current.to_mut(), id);
        }
    }
}

/// An index attached on both sides: it is made anew with the parent's, or stays.
fn changed_share(work: &mut Work<'_, '_>, id: &ObjectId, a: &Index, b: &Index) {
    let plain = |index: &Index| Index {
        parameters: Default::default(),
        tablespace: None,
        statistics: Default::default(),
        ..index.clone()
    };
    if plain(a) != plain(b) {
        named_share(work, id, b);
    }
}

/// An index that the parent's brings; where the server would call it otherwise, it is made before the parent's.
fn named_share(work: &mut Work<'_, '_>, id: &ObjectId, of: &Index) {
    if attached::is_automatic(&work.desired, id, of) {
        work.current.to_mut().objects.insert(id.clone(), Object::Index(of.clone()));
    }
}
