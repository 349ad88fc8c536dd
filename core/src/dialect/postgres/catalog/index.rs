//! Indexes that belong to no constraint, and what tables make of indexes: replica identity, clustering.

use super::document::Cells;
use super::reader::{Reader, name};
use crate::dialect::postgres::parse::printed;
use crate::model::*;
use crate::source::Span;

impl<'a> Reader<'a> {
    pub(super) fn indexes(&mut self) {
        for row in self.rows("indexes") {
            self.index(row);
        }
        printed::settle(&mut self.builder);
        for mut row in self.rows("index_statistics") {
            let (oid, column, target) = (row.number(), row.number(), row.number());
            let id = self.places.get(&("pg_class", oid));
            if let Some(Object::Index(index)) = id.and_then(|id| self.builder.schema.objects.get_mut(id)) {
                index.statistics.insert(column, target);
            }
        }
        for mut row in self.rows("index_marks") {
            let Some(table) = self.relations.get(&row.number()).cloned() else { continue };
            self.marks(&table, row);
        }
    }

    fn index(&mut self, mut row: Cells<'a>) {
        let (oid, table): (u32, u32) = (row.number(), row.number());
        let Some(of) = self.relation(table) else { return };
        let own = QualifiedName::new(&*of.schema, row.text());
        let id = ObjectId::new(Kind::Index, &*own.schema, &*own.name);
        self.places.insert(("pg_class", oid), id.clone());
        let tablespace = row.opt().map(str::to_owned);
        let parent = name(row.opt(), row.opt());
        let index = match row.opt() {
            Some(text) => {
                self.parse(&id, text, printed::statement);
                match self.builder.schema.get(&id) {
                    Some(Object::Index(index)) => index.clone(),
                    _ => return,
                }
            }
            None => self.plain_index(table, &of.name, row),
        };
        self.builder.put_index(&own, Index { tablespace, parent, ..index }, Span::default());
    }

    /// An index on columns of which nothing but their order is said.
    fn plain_index(&self, relation: u32, table: &str, mut row: Cells<'a>) -> Index {
        let mut index = Index { table: table.to_owned(), unique: row.flag(), ..Index::default() };
        index.method = row.string();
        let mut columns = self.column_names(relation, &row.numbers());
        index.include = columns.split_off(row.number::<usize>().min(columns.len()));
        let orders = row.numbers().into_iter().chain(std::iter::repeat(0));
        let element = |(column, order): (String, i32)| IndexElement {
            key: IndexKey::Column(column),
            descending: order & 1 != 0,
            nulls_first: order & 2 != 0,
            ..IndexElement::default()
        };
        index.elements = columns.into_iter().zip(orders).map(element).collect();
        index.nulls_not_distinct = row.flag();
        index.parameters = row.pairs();
        index.only = row.flag();
        index
    }

    fn marks(&mut self, table: &ObjectId, mut row: Cells<'a>) {
        let name = row.text();
        let mut identity = |text: &str| {
            self.put(table.facet(Facet::ReplicaIdentity), Object::ReplicaIdentity(text.to_owned()));
        };
        match (row.opt(), name) {
            (None, "f") => identity("full"),
            (None, _) => identity("nothing"),
            (Some("true"), name) => identity(&format!("index {name}")),
            _ => {}
        }
        if row.flag() {
            self.put(table.facet(Facet::ClusterOn), Object::ClusterOn(name.to_owned()));
        }
        if row.flag() {
            let index = ObjectId::new(Kind::Index, &*table.schema, name);
            self.invalid_indexes.push((index, table.clone()));
        }
    }
}
