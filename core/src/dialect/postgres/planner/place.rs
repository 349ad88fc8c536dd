//! The names an object takes, and where it stands in a plan as far as nothing else decides.

use crate::model::*;
use crate::plan::rules::{Context, Place};

/// Relations and the indexes of keys share one space of names in a schema, types another, which rows of relations are in.
pub(super) fn slots(id: &ObjectId, object: &Object) -> Vec<String> {
    let relation = |name: &str| format!("relation {:?} {name:?}", id.schema);
    let ty = || format!("type {:?} {:?}", id.schema, id.name);
    match object {
        // Partitions of one table must not overlap: what was there goes before anything new comes.
        Object::Table(Table { partition_of: Some(of), .. }) => {
            vec![relation(&id.name), ty(), format!("partition {:?} {:?}", of.parent.schema, of.parent.name)]
        }
        Object::Table(_) | Object::View(_) => vec![relation(&id.name), ty()],
        Object::Composite(_) => vec![relation(&id.name), ty()],
        Object::Enum(_) | Object::Range(_) | Object::Domain(_) => vec![ty()],
        Object::Sequence(_) | Object::Index(_) => vec![relation(&id.name)],
        // An identity column's sequence has a name that nobody wrote.
        Object::Column(Column { identity: Some(of), .. }) if of.sequence_name.schema == id.schema => {
            vec![relation(&of.sequence_name.name)]
        }
        Object::Constraint(of) => match &of.rule {
            ConstraintRule::Key(key) if key.primary => {
                vec![relation(&id.part), format!("primary key {:?} {:?}", id.schema, id.name)]
            }
            ConstraintRule::Key(_) | ConstraintRule::Exclude(_) => vec![relation(&id.part)],
            _ => Vec::new(),
        },
        // While two routines or operators of one name are there, a call may mean either: one that goes makes way for
        // one that comes.
        Object::Routine(_) => vec![format!("routine {:?} {:?}", id.schema, id.name)],
        Object::Definition(_) if id.kind == Kind::Aggregate => {
            vec![format!("routine {:?} {:?}", id.schema, id.name)]
        }
        Object::Definition(_) if id.kind == Kind::Operator => {
            vec![format!("operator {:?} {:?}", id.schema, id.name)]
        }
        _ => Vec::new(),
    }
}

/// A partition gets its share of every index of its parent, under names that shares of old ones might have.
pub(super) fn rooms(cx: &Context<'_>, id: &ObjectId, object: &Object, made: bool) -> Vec<String> {
    let partitioned =
        |table: &str| cx.schemas.desired.table(&id.schema, table).is_some_and(|of| of.partition_by.is_some());
    let indexes_of = |schema: &str, table: &str| vec![format!("indexes {schema:?} {table:?}")];
    match object {
        Object::Table(Table { partition_of: Some(of), .. }) if made => {
            indexes_of(&of.parent.schema, &of.parent.name)
        }
        Object::Index(of) if partitioned(&of.table) => indexes_of(&id.schema, &of.table),
        Object::Constraint(of) if of.has_index() && partitioned(&id.name) => indexes_of(&id.schema, &id.name),
        _ => Vec::new(),
    }
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
