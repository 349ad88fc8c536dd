//! Where an object stands in a plan as far as nothing else decides, and where the server gives names of its own.

use crate::model::*;
use crate::plan::rules::{Context, Place};

/// A partition gets its share of every index of its parent, under names that shares of old ones might have.
pub(super) fn rooms(cx: &Context<'_>, id: &ObjectId, object: &Object, made: bool) -> Vec<String> {
    let partitioned =
        |table: &str| cx.schemas.desired.table(&id.schema, table).is_some_and(|of| of.partition_by.is_some());
    let indexes_of = |schema: &str, table: &str| vec![format!("indexes {schema}\0{table}")];
    match object {
        Object::Table(Table { partition_of: Some(of), .. }) if made => {
            indexes_of(&of.parent.schema, &of.parent.name)
        }
        Object::Index(of) if partitioned(&of.table) => indexes_of(&id.schema, &of.table),
        Object::Constraint(of) if of.has_index() && partitioned(&id.name) => indexes_of(&id.schema, &id.name),
        Object::Trigger(of) => trigger_names(cx, id, of, made),
        _ => Vec::new(),
    }
}

/// A row's trigger of a partitioned table takes its name in all partitions.
fn trigger_names(cx: &Context<'_>, id: &ObjectId, of: &Trigger, made: bool) -> Vec<String> {
    let mut out = Vec::new();
    let mut on = vec![QualifiedName::new(&id.schema, &id.name)];
    let above = |name: &QualifiedName| {
        let table = cx.schemas.desired.table(&name.schema, &name.name);
        table.and_then(|of| of.partition_of.as_ref()).map(|of| of.parent.clone())
    };
    if !made && !of.inherited {
        while let Some(parent) = on.last().and_then(above) {
            on.push(parent);
        }
        out.extend(on.iter().skip(1).map(|on| format!("trigger {}\0{}\0{}", on.schema, on.name, id.part)));
    } else if made && of.each_row && !of.inherited {
        out.push(format!("trigger {}\0{}\0{}", id.schema, id.name, id.part));
    }
    out
}

/// Where people write it: schemas, extensions, types, sequences, then each table with what belongs to it, then code.
pub(super) fn place(schema: &Schema, id: &ObjectId) -> Place {
    let (rank, sub) = match id.kind {
        Kind::Role | Kind::AccessMethod | Kind::Language | Kind::Tablespace | Kind::Database => (0, 0),
        Kind::Schema => (1, 0),
        Kind::Extension => (2, 0),
        Kind::ForeignDataWrapper => (3, 0),
        Kind::Server => (4, 0),
        Kind::UserMapping => (5, 0),
        // Last, so that what the plan makes is granted what is said of it and nothing else.
        Kind::DefaultPrivileges => (60, 0),
        Kind::Collation | Kind::Conversion => (7, 0),
        Kind::TextSearchParser | Kind::TextSearchTemplate => (8, 0),
        Kind::TextSearchDictionary => (9, 0),
        Kind::TextSearchConfiguration => (10, 0),
        Kind::Type => (11, 0),
        Kind::Sequence => (12, 0),
        Kind::Table => (20, 0),
        Kind::Column => (20, 1),
        Kind::Constraint => (20, 2),
        Kind::Index => (20, 5),
        Kind::Statistics => (20, 7),
        Kind::Function => (30, 0),
        Kind::Aggregate => (31, 0),
        Kind::Operator => (32, 0),
        Kind::OperatorFamily => (33, 0),
        Kind::OperatorClass => (34, 0),
        Kind::Cast | Kind::Transform => (35, 0),
        Kind::View => (40, 0),
        Kind::Rule => (41, 0),
        Kind::Trigger => (42, 0),
        Kind::Policy => (43, 0),
        Kind::EventTrigger => (50, 0),
        Kind::Publication => (51, 0),
        Kind::Subscription => (52, 0),
        Kind::LargeObject => (53, 0),
    };
    let mut place = Place { rank, schema: id.schema.clone(), relation: id.name.clone(), sub, order: 0 };
    match (schema.get(&id.itself()), schema.get(&id.itself().facet(Facet::OwnedBy))) {
        (Some(Object::Column(of)), _) => place.order = of.position.0,
        (Some(Object::Index(of)), _) => place.relation = of.table.clone(),
        // An owned sequence stands with the table, for that pulls it up if it needs it.
        (Some(Object::Sequence(_)), Some(Object::OwnedBy(owner))) => {
            (place.rank, place.sub) = (20, 8);
            (place.schema, place.relation) = (owner.schema.clone(), owner.table.clone());
        }
        _ => {}
    }
    match &id.facet {
        Facet::Itself | Facet::Default => {}
        Facet::OwnedBy => (place.rank, place.sub) = (20, 8),
        // After all that is made of the relation, before its indexes.
        _ if place.rank == 20 && place.sub < 4 => {
            (place.sub, place.order) = (4, u32::from(place.sub) * 10_000 + place.order)
        }
        _ => place.sub += 1,
    }
    place
}
