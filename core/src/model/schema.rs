//! A whole schema: a flat ordered map from typed id to object.

use super::*;
use crate::collections::BTreeMap;
use serde::Serialize;

/// Everything a source says, one entry an object.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Schema {
    /// The entries.
    pub objects: BTreeMap<ObjectId, Object>,
}

impl Schema {
    /// The object under an id.
    pub fn get(&self, id: &ObjectId) -> Option<&Object> {
        self.objects.get(id)
    }

    /// Whether there is such an object.
    pub fn contains(&self, id: &ObjectId) -> bool {
        self.objects.contains_key(id)
    }

    /// The table under an id.
    pub fn table(&self, schema: &str, name: &str) -> Option<&Table> {
        match self.get(&ObjectId::table(schema, name)) {
            Some(Object::Table(table)) => Some(table),
            _ => None,
        }
    }

    /// A column of a table.
    pub fn column(&self, schema: &str, table: &str, column: &str) -> Option<&Column> {
        match self.get(&ObjectId::column(schema, table, column)) {
            Some(Object::Column(column)) => Some(column),
            _ => None,
        }
    }

    /// The default of a column.
    pub fn column_default(&self, schema: &str, table: &str, column: &str) -> Option<&SqlText> {
        match self.get(&ObjectId::column(schema, table, column).facet(Facet::Default)) {
            Some(Object::Default(text)) => Some(text),
            _ => None,
        }
    }

    /// The columns of a table in their order.
    pub fn columns(&self, schema: &str, table: &str) -> Vec<(&str, &Column)> {
        let mut columns: Vec<_> = (self.parts(Kind::Column, schema, table))
            .filter_map(|(id, object)| match object {
                Object::Column(column) if id.facet == Facet::Itself => Some((id.part.as_str(), column)),
                _ => None,
            })
            .collect();
        columns.sort_by_key(|(_, column)| column.position.0);
        columns
    }

    /// The constraints of a table by name.
    pub fn constraints(&self, schema: &str, table: &str) -> impl Iterator<Item = (&str, &Constraint)> {
        self.parts(Kind::Constraint, schema, table).filter_map(|(id, object)| match object {
            Object::Constraint(constraint) => Some((id.part.as_str(), constraint)),
            _ => None,
        })
    }

    /// The parts of one kind that a relation has, facets included.
    pub fn parts(
        &self,
        kind: Kind,
        schema: &str,
        relation: &str,
    ) -> impl Iterator<Item = (&ObjectId, &Object)> {
        let first = ObjectId::new(kind, schema, relation);
        let of = (schema.to_owned(), relation.to_owned());
        self.objects
            .range(first..)
            .take_while(move |(id, _)| id.kind == kind && id.schema == of.0 && id.name == of.1)
    }

    /// The facets of an object (its default, comment, owner, grants), the object itself left out.
    pub fn facets(&self, id: &ObjectId) -> impl Iterator<Item = (&ObjectId, &Object)> {
        let itself = id.itself();
        self.objects
            .range(itself.clone()..)
            .take_while(move |(other, _)| {
                other.kind == itself.kind
                    && other.schema == itself.schema
                    && other.name == itself.name
                    && other.part == itself.part
            })
            .filter(|(other, _)| other.facet != Facet::Itself)
    }

    /// The relation (table, view) that a name in a schema stands for.
    pub fn relation(&self, schema: &str, name: &str) -> Option<ObjectId> {
        let mut id = ObjectId::table(schema, name);
        for kind in [Kind::Table, Kind::View, Kind::Sequence] {
            id.kind = kind;
            if self.contains(&id) {
                return Some(id);
            }
        }
        None
    }

    /// The object that an entry lives and dies with: a part's relation, an index's table, a facet's object.
    pub fn parent(&self, id: &ObjectId) -> Option<ObjectId> {
        if id.facet != Facet::Itself {
            return Some(id.itself());
        }
        match self.get(id) {
            Some(Object::Index(index)) => self.relation(&id.schema, &index.table),
            _ if id.is_part() => self.relation(&id.schema, &id.name),
            _ => None,
        }
    }
}
