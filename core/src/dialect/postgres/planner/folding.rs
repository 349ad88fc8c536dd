//! What is written in, or goes with, the statement of what it belongs to.

use crate::dialect::postgres::{expand, names};
use crate::model::*;
use crate::plan::rules::{Context, Fold};

pub(super) fn folds(cx: &Context<'_>, parent: &ObjectId, child: &ObjectId, object: &Object) -> Fold {
    match object {
        Object::Column(_) => Fold::Always,
        Object::Default(_) if from_parent(cx, child) => Fold::Always,
        Object::Default(_) if is_inherited(cx, child) => Fold::Never,
        Object::Default(_) if parent.kind == Kind::Column => Fold::Always,
        Object::Default(_) => Fold::IfPossible,
        // CREATE TABLE forgets NOT VALID.
        Object::Constraint(of) if of.not_valid => Fold::Never,
        Object::Constraint(_) if foreign_partition(cx, child) => Fold::Never,
        Object::Constraint(of) if of.inherited => Fold::Always,
        Object::Constraint(of) if merges(cx, child, of) => Fold::Never,
        Object::Constraint(_) => Fold::IfPossible,
        _ => Fold::Never,
    }
}

/// Whether CREATE TABLE would take a key for another one over the same columns, and make only one of the two.
fn merges(cx: &Context<'_>, id: &ObjectId, of: &Constraint) -> bool {
    let ConstraintRule::Key(key) = &of.rule else { return false };
    cx.schemas.desired.constraints(&id.schema, &id.name).any(|(name, other)| match &other.rule {
        ConstraintRule::Key(other) => {
            (!other.primary, name) < (!key.primary, id.part.as_str())
                && other.columns == key.columns
                && other.include == key.include
        }
        _ => false,
    })
}

/// Whether the column of a default comes from a parent.
fn is_inherited(cx: &Context<'_>, id: &ObjectId) -> bool {
    cx.schemas.desired.column(&id.schema, &id.name, &id.part).is_some_and(|column| column.inherited)
}

/// Whether a column's default is what its parent's column hands on.
fn from_parent(cx: &Context<'_>, id: &ObjectId) -> bool {
    is_inherited(cx, id)
        && expand::handed_on(cx.schemas.desired, &id.itself()).is_some_and(|(_, default)| {
            default == cx.schemas.desired.column_default(&id.schema, &id.name, &id.part)
        })
}

/// Whether a constraint's table is a partition: then its own constraints come after it is made.
fn foreign_partition(cx: &Context<'_>, id: &ObjectId) -> bool {
    cx.schemas.desired.table(&id.schema, &id.name).is_some_and(|table| table.partition_of.is_some())
}

/// What an object is dropped with: its relation, the columns it stands on.
pub(super) fn goes_with(schema: &Schema, id: &ObjectId, object: &Object) -> Vec<ObjectId> {
    let relation = |name: &str| schema.relation(&id.schema, name);
    let columns = |names: &[String]| {
        names.iter().map(|name| ObjectId::column(&id.schema, &id.name, name)).collect::<Vec<_>>()
    };
    let mut out = Vec::new();
    match object {
        // The partitions of a table go with it.
        Object::Table(of) => {
            out.extend(of.partition_of.iter().map(|of| ObjectId::table(&of.parent.schema, &of.parent.name)))
        }
        Object::Index(of) => {
            let on = |name: &String| ObjectId::column(&id.schema, &of.table, name);
            out.extend(relation(&of.table));
            out.extend(of.elements.iter().filter_map(|element| match &element.key {
                IndexKey::Column(name) => Some(on(name)),
                IndexKey::Expression(_) => None,
            }));
            out.extend(of.include.iter().map(on));
        }
        Object::Constraint(of) => {
            out.extend(relation(&id.name));
            match &of.rule {
                ConstraintRule::Key(key) => out.extend(columns(&key.columns)),
                ConstraintRule::ForeignKey(key) => out.extend(columns(&key.columns)),
                ConstraintRule::Check { expression, .. } => {
                    out.extend(columns(&names::columns_in(schema, &id.schema, &id.name, expression)))
                }
                ConstraintRule::Exclude(_) => {}
            }
        }
        Object::Definition(of) if id.kind == Kind::Statistics => out.extend(of.uses.clone()),
        Object::Default(_) => out.extend([ObjectId::column(&id.schema, &id.name, &id.part)]),
        Object::Sequence(_) => {
            if let Some(Object::OwnedBy(owner)) = schema.get(&id.facet(Facet::OwnedBy)) {
                out.push(ObjectId::column(&owner.schema, &owner.table, &owner.column));
            }
        }
        Object::OwnedBy(_) => out.extend([id.itself()]),
        Object::ReplicaIdentity(_) | Object::ClusterOn(_) => out.extend([id.itself()]),
        Object::Trigger(_) | Object::Rule(_) | Object::Policy(_) => out.extend(relation(&id.name)),
        _ => {}
    }
    out
}
