//! Indexes of partitions that are attached to their parent's index. PostgreSQL makes them by itself when the parent's index
//! or the partition is made, under names of its own. Those with other names are made before the parent's index, which
//! then takes them in.

use super::parse::generated_names::{index_column_names, make_object_name, name_addition};
use crate::model::{Index, Kind, Object, ObjectId, Schema};

/// The name that PostgreSQL gives an index of a partition, if it is free.
pub fn automatic_name(of: &Index) -> String {
    let columns = index_column_names(&of.elements, &of.include);
    make_object_name(&of.table, &name_addition(&columns), "idx")
}

/// Whether an attached index comes by itself under the name it has. Where two indexes of a table are after the same
/// name, their order decides which gets it: then neither is left to that.
pub fn is_automatic(schema: &Schema, id: &ObjectId, of: &Index) -> bool {
    let name = automatic_name(of);
    let rivals = (schema.objects.range(ObjectId::new(Kind::Index, &id.schema, &name)..))
        .take_while(|(other, _)| {
            other.kind == Kind::Index && other.schema == id.schema && other.name.starts_with(&name)
        })
        .filter(|(other, object)| matches!(object, Object::Index(index) if index.table == of.table && *other != id));
    id.name == name && is_like_parent(schema, of) && rivals.count() == 0
}

/// Whether it has the storage that it would be made with.
fn is_like_parent(schema: &Schema, of: &Index) -> bool {
    let Some(parent) = &of.parent else { return false };
    match schema.get(&ObjectId::new(Kind::Index, &parent.schema, &parent.name)) {
        Some(Object::Index(parent)) => {
            parent.parameters == of.parameters
                && parent.tablespace == of.tablespace
                && of.statistics.is_empty()
        }
        _ => false,
    }
}

/// The indexes attached to one on a partitioned table, at any depth, that must be made before it.
pub fn made_before<'a>(schema: &'a Schema, id: &ObjectId, of: &Index) -> Vec<&'a ObjectId> {
    let mut out = Vec::new();
    if schema.table(&id.schema, &of.table).is_none_or(|table| table.partition_by.is_none()) {
        return out;
    }
    let first = ObjectId::new(Kind::Index, "", "");
    for (other, object) in schema.objects.range(first..).take_while(|(other, _)| other.kind == Kind::Index) {
        let Object::Index(child) = object else { continue };
        if child.parent.as_ref().is_none_or(|p| p.schema != id.schema || p.name != id.name) {
            continue;
        }
        match is_automatic(schema, other, child) {
            // It comes with this one, and brings what is below it along in the same statement.
            true => out.extend(made_before(schema, other, child)),
            false => out.push(other),
        }
    }
    out
}
