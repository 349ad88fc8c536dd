//! Tables, columns and sequences.

use super::document::Cells;
use super::reader::{Reader, name};
use crate::dialect::postgres::parse::printed::{bound, partition_by};
use crate::model::*;

impl<'a> Reader<'a> {
    pub(super) fn tables(&mut self) {
        for mut row in self.rows("tables") {
            let oid = row.number();
            let id = ObjectId::table(row.text(), row.text());
            self.relations.insert(oid, id.clone());
            self.places.insert(("pg_class", oid), id.clone());
            let foreign = row.text() == "f";
            let (owner, acl) = (row.text(), row.opt());
            let table = self.table(&id, row, foreign);
            self.put(id.clone(), Object::Table(table));
            self.label(&id, owner, acl);
        }
        for mut row in self.rows("inherits") {
            let (child, parent) = (row.number(), row.number());
            self.inherits(child, parent);
        }
    }

    /// The rest of a table's row.
    fn table(&mut self, id: &ObjectId, mut row: Cells<'a>, foreign: bool) -> Table {
        let mut table = Table { unlogged: row.flag(), parameters: row.pairs(), ..Table::default() };
        let toast: Parameters = row.pairs();
        let toast = toast.into_iter().map(|(name, value)| (format!("toast.{name}"), value));
        table.parameters.append(&mut toast.collect());
        table.tablespace = row.opt().map(str::to_owned);
        table.access_method = row.opt().filter(|method| *method != "heap").map(str::to_owned);
        table.row_security = row.flag();
        table.force_row_security = row.flag();
        if let Some(text) = row.opt() {
            let bound = self.parse(id, text, bound);
            let (parent, bound) = (QualifiedName::default(), bound.unwrap_or_default());
            table.partition_of = Some(PartitionOf { parent, bound });
        }
        if let Some(text) = row.opt() {
            table.partition_by = self.parse(id, text, partition_by);
        }
        table.of_type = name(row.opt(), row.opt());
        let (server, options) = (row.string(), row.pairs());
        table.foreign = foreign.then_some(Foreign { server, options });
        table
    }

    fn inherits(&mut self, child: u32, parent: u32) {
        let (Some(name), Some(of)) = (self.relation(child), self.relation(parent)) else { return };
        self.parents.entry(child).or_default().push(parent);
        self.builder.links.children.entry(of.clone()).or_default().push(name.clone());
        if let Some(table) = self.builder.table_mut(&name) {
            match &mut table.partition_of {
                Some(partition) => partition.parent = of,
                None => table.inherits.push(of),
            }
        }
    }

    pub(super) fn columns(&mut self) {
        for mut row in self.rows("columns") {
            let (relation, number): (u32, i32) = (row.number(), row.number());
            let Some(of) = self.relations.get(&relation).cloned() else { continue };
            let name = row.text();
            self.columns.insert((relation, number), name.to_owned());
            let id = ObjectId::column(of.schema, of.name, name);
            match of.kind {
                Kind::Type => self.attribute(id, number, row),
                _ => self.column(id, number, row),
            }
        }
        self.composites();
        self.not_nulls();
    }

    fn column(&mut self, id: ObjectId, number: i32, mut row: Cells<'a>) {
        let position = Position(u32::try_from(number).unwrap_or_default());
        let mut column = Column { position, ty: self.ty(row.text()), ..Column::default() };
        column.not_null = row.flag().then(NotNull::default);
        let default = row.opt().map(|text| self.sql(text));
        let (identity, generated) = (row.text(), row.text());
        // Its sequence comes later, if it is its own.
        column.identity =
            (!identity.is_empty()).then(|| Identity { always: identity == "a", ..Identity::default() });
        column.collation = name(row.opt(), row.opt());
        column.storage = row.opt().map(|letter| storage(letter).to_owned());
        column.compression = row.opt().and_then(compression).map(str::to_owned);
        column.statistics = row.opt().and_then(|target| target.parse().ok()).filter(|target| *target >= 0);
        column.parameters = row.pairs();
        column.foreign_options = row.pairs();
        let local = row.opt().is_none_or(|local| local == "true");
        let partition = self.is_partition(&id);
        column.inherited = !local || partition;
        let acl = row.opt();
        match (default, generated) {
            (Some(expression), "s" | "v") => {
                column.generated = Some(Generated { expression, stored: generated == "s" });
            }
            (Some(default), _) => self.put(id.facet(Facet::Default), Object::Default(default)),
            _ => {}
        }
        self.put(id.clone(), Object::Column(column));
        self.grants(&id, "", acl, None);
    }

    pub(super) fn is_partition(&self, part: &ObjectId) -> bool {
        let table = self.builder.schema.table(&part.schema, &part.name);
        table.is_some_and(|table| table.partition_of.is_some())
    }

    fn attribute(&mut self, id: ObjectId, number: i32, mut row: Cells<'a>) {
        let ty = self.ty(row.text());
        // Not null, default, identity, generated: composite types have none.
        row.skip(4);
        let attribute = Attribute { name: id.part, ty, collation: name(row.opt(), row.opt()) };
        let id = ObjectId::new(Kind::Type, id.schema, id.name);
        self.attributes.entry(id).or_default().insert(number, attribute);
    }

    /// Rows come in any order, attributes in that of their numbers.
    fn composites(&mut self) {
        for (id, attributes) in std::mem::take(&mut self.attributes) {
            let attributes = attributes.into_values().collect();
            self.put(id, Object::Composite(CompositeType { attributes }));
        }
    }

    /// What PostgreSQL 18 knows of NOT NULL beyond that it is there.
    fn not_nulls(&mut self) {
        for mut row in self.rows("not_nulls") {
            let (oid, relation, number): (u32, u32, i32) = (row.number(), row.number(), row.number());
            let name = row.string();
            row.skip(1);
            let (no_inherit, valid) = (row.flag(), row.flag());
            let Some(table) = self.relation(relation) else { continue };
            let Some(column) = self.columns.get(&(relation, number)).cloned() else { continue };
            let id = ObjectId::part(Kind::Constraint, &*table.schema, &*table.name, &*name);
            self.places.insert(("pg_constraint", oid), id);
            if let Some(found) = self.builder.column_mut(&table, &column) {
                let (name, called) =
                    if is_generated(&name) { (None, Some(name)) } else { (Some(name), None) };
                found.not_null = Some(NotNull {
                    name,
                    no_inherit,
                    not_valid: !valid,
                    of_table: OfTable(true),
                    called: Called(called),
                });
            }
        }
    }

    pub(super) fn sequences(&mut self) {
        for mut row in self.rows("sequences") {
            let oid = row.number();
            let id = ObjectId::new(Kind::Sequence, row.text(), row.text());
            self.relations.insert(oid, id.clone());
            self.places.insert(("pg_class", oid), id.clone());
            let (owner, acl) = (row.text(), row.opt());
            let sequence = Sequence {
                ty: row.string(),
                start: row.number(),
                increment: row.number(),
                min: row.number(),
                max: row.number(),
                cache: row.number(),
                cycle: row.flag(),
                unlogged: row.flag(),
            };
            let (table, column): (u32, i32) = (row.number(), row.number());
            let of = self.relations.get(&table).zip(self.columns.get(&(table, column)));
            let of = of.map(|(table, column)| ObjectId::column(&*table.schema, &*table.name, column));
            match (of, row.text()) {
                (Some(column), "i") => {
                    self.identity(&column, &id, sequence);
                    self.grants(&id, owner, acl, None);
                }
                (of, _) => {
                    self.put(id.clone(), Object::Sequence(sequence));
                    self.label(&id, owner, acl);
                    if let Some(ObjectId { schema, name: table, part: column, .. }) = of {
                        self.put(
                            id.facet(Facet::OwnedBy),
                            Object::OwnedBy(ColumnRef { schema, table, column }),
                        );
                    }
                }
            }
        }
        self.foreign_identities();
    }

    fn identity(&mut self, column: &ObjectId, sequence: &ObjectId, options: Sequence) {
        if let Some(Object::Column(Column { identity: Some(identity), .. })) =
            self.builder.schema.objects.get_mut(column)
        {
            identity.sequence = options;
            identity.sequence_name = QualifiedName::new(&*sequence.schema, &*sequence.name);
        }
    }

    /// Partitions have the identity of their parent's column, with its sequence: it is the parent's alone.
    fn foreign_identities(&mut self) {
        for object in self.builder.schema.objects.values_mut() {
            if let Object::Column(Column { identity, .. }) = object
                && identity.as_ref().is_some_and(|identity| identity.sequence_name.name.is_empty())
            {
                *identity = None;
            }
        }
    }
}

/// Whether a NOT NULL is called as the server calls it where nobody does: after some table and column, perhaps with a number.
/// After which ones says nothing, since the name stays when they are renamed or the table leaves its parent.
fn is_generated(name: &str) -> bool {
    name.trim_end_matches(|c: char| c.is_ascii_digit()).ends_with("_not_null")
}

fn storage(letter: &str) -> &'static str {
    match letter {
        "p" => "plain",
        "e" => "external",
        "m" => "main",
        _ => "extended",
    }
}

fn compression(letter: &str) -> Option<&'static str> {
    match letter {
        "p" => Some("pglz"),
        "l" => Some("lz4"),
        _ => None,
    }
}
