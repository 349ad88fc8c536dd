//! What a child has from its parent, and what it would have if the server made it.

use super::family::Family;
use crate::dialect::postgres::attached;
use crate::dialect::postgres::parse::generated_names::{index_column_names, make_object_name, name_addition};
use crate::model::{Column, Constraint, ConstraintRule, Kind, Object, ObjectId, QualifiedName, Schema};

/// Makes a table one of its own as far as one parent is concerned: what it has from nobody else is its own.
pub(super) fn part(schema: &mut Schema, family: &Family, child: &QualifiedName, parent: &QualifiedName) {
    let Some(Object::Table(table)) = schema.objects.get_mut(&ObjectId::table(&*child.schema, &*child.name))
    else {
        return;
    };
    let partition = table.partition_of.as_ref().is_some_and(|of| of.parent == *parent);
    if partition {
        table.partition_of = None;
    }
    table.inherits.retain(|own| own != parent);
    let left = table.inherits.clone();
    let from_others = |schema: &Schema, kind: Kind, part: &str| {
        left.iter().any(|other| schema.contains(&ObjectId::part(kind, &*other.schema, &*other.name, part)))
    };
    for id in parts(schema, Kind::Column, child) {
        let elsewhere = from_others(schema, Kind::Column, &id.part);
        if let Some(Object::Column(column)) = schema.objects.get_mut(&id) {
            column.inherited &= elsewhere;
        }
    }
    for id in parts(schema, Kind::Constraint, child) {
        let elsewhere = from_others(schema, Kind::Constraint, &id.part);
        if let Some(Object::Constraint(constraint)) = schema.objects.get_mut(&id) {
            constraint.inherited &= elsewhere;
            if partition {
                set_parent(&mut constraint.rule, None);
            }
        }
    }
    for (id, mut index) in family.indexes(schema, child).into_iter().filter(|_| partition) {
        index.parent = None;
        schema.objects.insert(id, Object::Index(index));
    }
}

/// The ids of the parts of a table, facets left out.
pub(super) fn parts(schema: &Schema, kind: Kind, table: &QualifiedName) -> Vec<ObjectId> {
    (schema.parts(kind, &table.schema, &table.name).map(|(id, _)| id))
        .filter(|id| id.facet.is_itself())
        .cloned()
        .collect()
}

/// Attaches the index behind a key or exclusion constraint.
pub(super) fn set_parent(rule: &mut ConstraintRule, parent: Option<QualifiedName>) {
    match rule {
        ConstraintRule::Key(key) => key.parent = parent,
        ConstraintRule::Exclude(exclude) => exclude.index.parent = parent,
        _ => {}
    }
}

/// A parent's column as a new child gets it.
pub(in crate::dialect::postgres) fn column(of: &Column) -> Column {
    Column {
        position: of.position,
        ty: of.ty.clone(),
        collation: of.collation.clone(),
        not_null: of.not_null.clone().filter(|not_null| !not_null.no_inherit),
        generated: of.generated.clone(),
        storage: of.storage.clone(),
        compression: of.compression.clone(),
        inherited: true,
        ..Column::default()
    }
}

/// The name that the server gives a partition's share of a key, foreign key or exclusion.
pub(super) fn constraint_name(child: &QualifiedName, parent_name: &str, of: &Constraint) -> String {
    match &of.rule {
        ConstraintRule::Check { .. } | ConstraintRule::ForeignKey(_) => parent_name.to_owned(),
        ConstraintRule::Key(key) if key.primary => make_object_name(&child.name, "", "pkey"),
        ConstraintRule::Key(key) => {
            let columns: Vec<String> = key.columns.iter().chain(&key.include).cloned().collect();
            make_object_name(&child.name, &name_addition(&columns), "key")
        }
        ConstraintRule::Exclude(exclude) => {
            let columns = index_column_names(&exclude.index.elements, &exclude.index.include);
            make_object_name(&child.name, &name_addition(&columns), "excl")
        }
    }
}

/// Whether `PARTITION OF` makes a partition's keys and indexes with the names that are wanted.
pub(super) fn as_made(schema: &Schema, family: &Family, child: &QualifiedName) -> bool {
    let constraints = schema.constraints(&child.schema, &child.name).all(|(name, of)| {
        let parent = match &of.rule {
            ConstraintRule::Key(key) => key.parent.as_ref(),
            ConstraintRule::Exclude(exclude) => exclude.index.parent.as_ref(),
            ConstraintRule::ForeignKey(_) if of.inherited => return has_constraint(schema, child, name),
            _ => return true,
        };
        parent.is_none_or(|parent| {
            let share = constraint_name(child, &parent.name, of);
            of.inherited && name == share
        })
    });
    let indexes = (family.indexes(schema, child).into_iter())
        .all(|(id, index)| index.parent.is_none() || attached::is_automatic(schema, &id, &index));
    constraints && indexes
}

/// Whether the parent of a partition has a constraint of a name.
fn has_constraint(schema: &Schema, child: &QualifiedName, name: &str) -> bool {
    let parent = schema.table(&child.schema, &child.name).and_then(|table| table.partition_of.as_ref());
    parent.is_some_and(|of| {
        schema.contains(&ObjectId::part(Kind::Constraint, &*of.parent.schema, &*of.parent.name, name))
    })
}
