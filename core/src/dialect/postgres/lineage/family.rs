//! Who is a child of whom, and which indexes stand on which table: found once for a whole schema.

use super::{parents, tables};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::{Index, Kind, Object, ObjectId, QualifiedName, Schema};

/// The families of a schema.
#[derive(Clone, Debug, Default)]
pub(super) struct Family {
    /// The children of a table.
    pub(super) children: BTreeMap<QualifiedName, Vec<QualifiedName>>,
    /// The indexes of every table that has a parent.
    indexes: BTreeMap<QualifiedName, Vec<String>>,
}

impl Family {
    /// Of a schema.
    pub(super) fn of(schema: &Schema) -> Family {
        let mut out = Family::default();
        for (name, table) in tables(schema) {
            for parent in parents(table) {
                out.children.entry(parent.clone()).or_default().push(name.clone());
            }
        }
        if out.children.is_empty() {
            return out;
        }
        let members: BTreeSet<&QualifiedName> =
            out.children.values().flatten().chain(out.children.keys()).collect();
        let all = schema.objects.range(ObjectId::new(Kind::Index, "", "")..);
        for (id, object) in all.take_while(|(id, _)| id.kind == Kind::Index) {
            let Object::Index(index) = object else { continue };
            let table = QualifiedName::new(&*id.schema, &*index.table);
            if members.contains(&table) {
                out.indexes.entry(table).or_default().push(id.name.clone());
            }
        }
        out
    }

    /// Whether no table has a parent.
    pub(super) fn is_empty(&self) -> bool {
        self.children.is_empty()
    }

    /// The indexes of a table as they stand in a schema, with their ids.
    pub(super) fn indexes(&self, schema: &Schema, table: &QualifiedName) -> Vec<(ObjectId, Index)> {
        let names = self.indexes.get(table).map_or(&[][..], Vec::as_slice);
        (names.iter().map(|name| ObjectId::new(Kind::Index, &*table.schema, &**name)))
            .filter_map(|id| match schema.get(&id) {
                Some(Object::Index(index)) => Some((id, index.clone())),
                _ => None,
            })
            .collect()
    }
}
