//! The names that objects take, of which there can be only one at a time.

use crate::collections::BTreeSet;
use crate::model::*;

/// What an object takes of which there can be only one: relations and the indexes of keys share one space of names in a
/// schema, types another, which rows of relations are in; a table has one primary key.
pub(super) fn names(id: &ObjectId, object: &Object) -> Vec<String> {
    let relation = relations(id, object).into_iter().map(|name| format!("relation {}\0{name}", id.schema));
    let special = match object {
        Object::Table(_)
        | Object::View(_)
        | Object::Composite(_)
        | Object::Enum(_)
        | Object::Range(_)
        | Object::Domain(_) => Some(format!("type {}\0{}", id.schema, id.name)),
        Object::Constraint(Constraint { rule: ConstraintRule::Key(Key { primary: true, .. }), .. }) => {
            Some(format!("primary key {}\0{}", id.schema, id.name))
        }
        _ => None,
    };
    relation.chain(special).collect()
}

/// The same, and that of which there should be only one at a time while things change.
pub(super) fn slots(id: &ObjectId, object: &Object) -> Vec<String> {
    let mut out = names(id, object);
    out.extend(match object {
        // Partitions of one table must not overlap: what was there goes before anything new comes.
        Object::Table(Table { partition_of: Some(of), .. }) => {
            Some(format!("partition {}\0{}", of.parent.schema, of.parent.name))
        }
        // While two routines or operators of one name are there, a call may mean either: one that goes makes way for
        // one that comes.
        Object::Routine(_) => Some(format!("routine {}\0{}", id.schema, id.name)),
        Object::Definition(_) if id.kind == Kind::Aggregate => {
            Some(format!("routine {}\0{}", id.schema, id.name))
        }
        Object::Definition(_) if id.kind == Kind::Operator => {
            Some(format!("operator {}\0{}", id.schema, id.name))
        }
        _ => None,
    });
    out
}

/// The names that relations have in each schema, those of indexes, sequences and keys among them.
pub(super) fn relation_names(schema: &Schema) -> BTreeSet<(String, String)> {
    let named = |(id, object): (&ObjectId, &Object)| {
        let names = relations(id, object).into_iter().map(str::to_owned);
        names.map(|name| (id.schema.clone(), name)).collect::<Vec<_>>()
    };
    schema.objects.iter().flat_map(named).collect()
}

/// The names that an object takes among the relations of its schema.
pub(super) fn relations<'a>(id: &'a ObjectId, object: &'a Object) -> Option<&'a str> {
    match object {
        Object::Table(_)
        | Object::View(_)
        | Object::Composite(_)
        | Object::Sequence(_)
        | Object::Index(_) => Some(&id.name),
        // An identity column's sequence has a name that nobody wrote.
        Object::Column(Column { identity: Some(of), .. }) if of.sequence_name.schema == id.schema => {
            Some(&of.sequence_name.name)
        }
        Object::Constraint(of) if of.has_index() => Some(&id.part),
        _ => None,
    }
}
