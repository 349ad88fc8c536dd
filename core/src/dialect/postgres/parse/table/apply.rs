//! Takes a CREATE TABLE in: columns of parents and of LIKE, serial sequences, names that nobody gave, constraints in the
//! order in which PostgreSQL makes them.

use super::super::builder::Builder;
use super::super::fault::{Fault, Parse};
use super::super::links::{column_id, object_id, qualified};
use super::super::sequence::serial;
use super::create::Draft;
use super::like::Like;
use super::{ColumnDraft, ConstraintDraft, Element};
use crate::diagnostic::Diagnostic;
use crate::model::{
    Attribute, ColumnRef, ConstraintRule, Facet, Kind, NotNull, Object, PartitionOf, Position, QualifiedName,
    Sequence,
};
use crate::source::Span;

/// A table's columns and constraints, gathered before anything is taken in.
#[derive(Default)]
struct Gathered {
    columns: Vec<ColumnDraft>,
    constraints: Vec<ConstraintDraft>,
    likes: Vec<(Like, QualifiedName)>,
}

impl Gathered {
    fn column(&mut self, name: &str) -> Option<&mut ColumnDraft> {
        self.columns.iter_mut().find(|column| column.name == name)
    }
}

impl Builder {
    /// Takes in a table; nothing of it when something is wrong or missing.
    pub(super) fn create_table(&mut self, mut draft: Draft) -> Parse {
        let own = self.created(&draft.name);
        let span = draft.name.span;
        if draft.if_not_exists && self.relation_taken(&own.schema, &own.name) {
            return Ok(());
        }
        self.check_relation_name(&own.schema, &own.name, span)?;
        let parents = self.parents(&mut draft)?;
        let gathered = self.gather(&mut draft, &parents)?;
        check_key_columns(&own, &gathered)?;
        self.put(object_id(Kind::Table, &own), Object::Table(std::mem::take(&mut draft.table)), span);
        self.links.last_positions.remove(&own);
        let Gathered { columns, constraints, likes } = gathered;
        for (index, column) in columns.into_iter().enumerate() {
            self.put_column(&own, column, index as u32 + 1)?;
        }
        for parent in &parents {
            self.links.children.entry(parent.clone()).or_default().push(own.clone());
            self.inherit_checks(parent, &own, span);
        }
        self.create_constraints(&own, constraints)?;
        for (like, source) in likes {
            self.copy_like(&like, &source, &own, span);
        }
        if draft.partition_of.is_some() {
            for parent in &parents {
                self.inherit_indexes(parent, &own, span);
                self.inherit_foreign_keys(parent, &own, span);
            }
        }
        Ok(())
    }

    /// The tables that the new one inherits from, written into it.
    fn parents(&self, draft: &mut Draft) -> Parse<Vec<QualifiedName>> {
        let mut parents = Vec::new();
        for name in &draft.inherits {
            parents.push(qualified(&self.need(Kind::Table, name)?));
        }
        draft.table.inherits.clone_from(&parents);
        if let Some((name, bound)) = &mut draft.partition_of {
            let parent = qualified(&self.need(Kind::Table, name)?);
            draft.table.partition_of =
                Some(PartitionOf { parent: parent.clone(), bound: std::mem::take(bound) });
            parents.push(parent);
        }
        if let Some(name) = &draft.of_type {
            draft.table.of_type = Some(qualified(&self.need(Kind::Type, name)?));
        }
        Ok(parents)
    }

    fn gather(&self, draft: &mut Draft, parents: &[QualifiedName]) -> Parse<Gathered> {
        let mut out = Gathered::default();
        let partition = draft.table.partition_of.is_some();
        for parent in parents {
            self.parent_columns(parent, draft.name.span, &mut out);
        }
        if let Some(ty) = &draft.table.of_type {
            out.columns.extend(self.type_columns(ty, draft.name.span));
        }
        let inherited = out.columns.len();
        for element in std::mem::take(&mut draft.elements) {
            match element {
                Element::Column(mut column) => {
                    out.constraints.append(&mut column.constraints);
                    add_column(&mut out, *column, inherited)?;
                }
                Element::Options(mut column) => {
                    out.constraints.append(&mut column.constraints);
                    set_options(&mut out, *column)?;
                }
                Element::Constraint(constraint) => out.constraints.push(*constraint),
                Element::NotNull(name, not_null, span) => set_not_null(&mut out, &name, not_null, span)?,
                Element::Like(like) => self.like_columns(like, &mut out)?,
            }
        }
        if partition {
            for column in &mut out.columns {
                column.column.inherited = true;
            }
        }
        Ok(out)
    }

    /// A parent's columns, as its children get them.
    fn parent_columns(&self, parent: &QualifiedName, span: Span, out: &mut Gathered) {
        for (name, column) in self.schema.columns(&parent.schema, &parent.name) {
            let default = self.schema.column_default(&parent.schema, &parent.name, name).cloned();
            if let Some(before) = out.column(name) {
                before.column.not_null = before.column.not_null.take().or(column.not_null.clone());
                before.default = before.default.take().or(default);
                continue;
            }
            let column = inherited_column(column);
            out.columns.push(ColumnDraft {
                name: name.to_owned(),
                span,
                column,
                default,
                ..ColumnDraft::default()
            });
        }
    }

    pub(super) fn type_columns(&self, ty: &QualifiedName, span: Span) -> Vec<ColumnDraft> {
        let Some(Object::Composite(composite)) = self.schema.get(&object_id(Kind::Type, ty)) else {
            return Vec::new();
        };
        let column = |attribute: &Attribute| {
            let mut draft = ColumnDraft { name: attribute.name.clone(), span, ..ColumnDraft::default() };
            draft.column.ty = attribute.ty.clone();
            draft.column.collation.clone_from(&attribute.collation);
            draft
        };
        composite.attributes.iter().map(column).collect()
    }

    fn like_columns(&self, like: Like, out: &mut Gathered) -> Parse {
        let id = self.need_relation(&like.source)?;
        if id.kind != Kind::Table {
            return Err(Fault::Bad(Box::new(
                Diagnostic::error(
                    "like-view",
                    "the columns of a view follow from its query and cannot be known without a server",
                    like.source.span,
                )
                .help("write the columns out"),
            )));
        }
        let source = qualified(&id);
        for (name, column) in self.schema.columns(&source.schema, &source.name) {
            let mut draft =
                ColumnDraft { name: name.to_owned(), span: like.source.span, ..ColumnDraft::default() };
            draft.column.ty = column.ty.clone();
            draft.column.collation.clone_from(&column.collation);
            draft.column.not_null.clone_from(&column.not_null);
            draft.column.storage = column.storage.clone().filter(|_| like.storage);
            draft.column.compression = column.compression.clone().filter(|_| like.compression);
            draft.column.generated = column.generated.clone().filter(|_| like.generated);
            draft.column.identity = column.identity.clone().filter(|_| like.identity);
            if let Some(identity) = &mut draft.column.identity {
                // The server copies the bounds and forgets the type.
                identity.sequence.ty = "bigint".into();
            }
            if like.defaults {
                draft.default = self.schema.column_default(&source.schema, &source.name, name).cloned();
            }
            add_column(out, draft, 0)?;
        }
        out.likes.push((like, source));
        Ok(())
    }

    /// Takes in a column with its default, its serial or identity sequence; its constraints are the caller's.
    pub(super) fn put_column(
        &mut self,
        table: &QualifiedName,
        mut draft: ColumnDraft,
        position: u32,
    ) -> Parse {
        draft.column.position = Position(position);
        let id = column_id(table, &draft.name);
        let unlogged = self.schema.table(&table.schema, &table.name).is_some_and(|table| table.unlogged);
        if let Some(identity) = &mut draft.column.identity {
            identity.sequence.unlogged = unlogged;
            let name = match &draft.identity_name {
                Some(name) => {
                    let schema = name.schema.clone().unwrap_or_else(|| table.schema.clone());
                    QualifiedName::new(schema, name.name.clone())
                }
                None => self.sequence_name(table, &draft.name),
            };
            identity.sequence_name = name.clone();
            // The sequence is no object of its own, but privileges on it can be said.
            self.grant_defaults(&object_id(Kind::Sequence, &name), draft.span);
            self.links.identities.insert(name, id.clone());
        }
        if let Some(ty) = draft.serial {
            let sequence = self.sequence_name(table, &draft.name);
            self.put(
                object_id(Kind::Sequence, &sequence),
                Object::Sequence(Sequence { unlogged, ..serial(ty) }),
                draft.span,
            );
            let (schema, column) = (table.schema.clone(), draft.name.clone());
            let owner = ColumnRef { schema, table: table.name.clone(), column };
            self.set_owned_by(&sequence, Some(owner), draft.span);
            draft.default = Some(self.sql(&nextval(&sequence)));
        }
        if let Some(default) = draft.default {
            self.put(id.facet(Facet::Default), Object::Default(default), draft.span);
        }
        self.put(id, Object::Column(draft.column), draft.span);
        Ok(())
    }

    fn sequence_name(&self, table: &QualifiedName, column: &str) -> QualifiedName {
        let name = self.choose_relation_name(&table.name, column, "seq", &table.schema, false);
        QualifiedName::new(table.schema.clone(), name)
    }

    /// The constraints of a new table: checks, then keys with the primary one first, then foreign keys.
    fn create_constraints(&mut self, table: &QualifiedName, constraints: Vec<ConstraintDraft>) -> Parse {
        let (mut keys, mut foreign) = (Vec::new(), Vec::new());
        for mut draft in constraints {
            draft.constraint.not_valid = false;
            match &draft.constraint.rule {
                ConstraintRule::Check { .. } => self.add_constraint(table, draft, true)?,
                ConstraintRule::ForeignKey(_) => foreign.push(draft),
                _ => keys.push(draft),
            }
        }
        keys.sort_by_key(|draft| !matches!(&draft.constraint.rule, ConstraintRule::Key(key) if key.primary));
        for key in without_repeated_keys(keys).into_iter().chain(foreign) {
            self.add_constraint(table, key, true)?;
        }
        Ok(())
    }
}

/// The text of the default behind `serial`.
pub(super) fn nextval(sequence: &QualifiedName) -> String {
    let ident = crate::dialect::postgres::canon::escapes::push_ident;
    let mut name = String::new();
    ident(&mut name, &sequence.schema);
    name.push('.');
    ident(&mut name, &sequence.name);
    format!("nextval('{}'::regclass)", name.replace('\'', "''"))
}

/// A parent's column as a child has it.
pub(super) fn inherited_column(column: &crate::model::Column) -> crate::model::Column {
    crate::model::Column {
        ty: column.ty.clone(),
        collation: column.collation.clone(),
        not_null: column.not_null.clone().filter(|not_null| !not_null.no_inherit),
        generated: column.generated.clone(),
        storage: column.storage.clone(),
        compression: column.compression.clone(),
        inherited: true,
        ..crate::model::Column::default()
    }
}

fn add_column(out: &mut Gathered, column: ColumnDraft, inherited: usize) -> Parse {
    let found = out.columns.iter().position(|before| before.name == column.name);
    match found {
        Some(at) if at < inherited => {
            if let Some(before) = out.columns.get_mut(at) {
                merge(before, column);
            }
            Ok(())
        }
        Some(_) => {
            let message = format!("column \"{}\" is there twice", column.name);
            Err(Fault::Bad(Box::new(Diagnostic::error("duplicate-object", message, column.span))))
        }
        None => {
            out.columns.push(column);
            Ok(())
        }
    }
}

/// A column written although a parent or a type has it.
fn merge(before: &mut ColumnDraft, own: ColumnDraft) {
    before.column.inherited = false;
    before.span = own.span;
    override_with(before, own);
}

fn override_with(before: &mut ColumnDraft, own: ColumnDraft) {
    let column = own.column;
    if own.default.is_some() || own.default_null || own.serial.is_some() || column.identity.is_some() {
        before.default = own.default;
    }
    before.serial = own.serial;
    before.identity_name = own.identity_name;
    before.column.not_null = column.not_null.or(before.column.not_null.take());
    before.column.identity = column.identity;
    if column.generated.is_some() {
        before.column.generated = column.generated;
    }
    before.column.collation = column.collation.or(before.column.collation.take());
    before.column.storage = column.storage.or(before.column.storage.take());
    before.column.compression = column.compression.or(before.column.compression.take());
    before.column.foreign_options = column.foreign_options;
}

fn set_options(out: &mut Gathered, options: ColumnDraft) -> Parse {
    let span = options.span;
    match out.column(&options.name) {
        Some(before) => {
            override_with(before, options);
            Ok(())
        }
        None => Err(no_column(&options.name, span)),
    }
}

fn set_not_null(out: &mut Gathered, name: &str, not_null: NotNull, span: Span) -> Parse {
    match out.column(name) {
        Some(column) => {
            column.column.not_null = Some(not_null);
            Ok(())
        }
        None => Err(no_column(name, span)),
    }
}

fn no_column(name: &str, span: Span) -> Fault {
    let message = format!("the table has no column \"{name}\"");
    Fault::Bad(Box::new(Diagnostic::error("missing-object", message, span)))
}

/// The columns that keys and foreign keys of a new table name must be there.
fn check_key_columns(table: &QualifiedName, gathered: &Gathered) -> Parse {
    for draft in &gathered.constraints {
        let named: Vec<&String> = match &draft.constraint.rule {
            ConstraintRule::Key(key) => key.columns.iter().chain(&key.include).collect(),
            ConstraintRule::ForeignKey(key) => key.columns.iter().chain(&key.delete_columns).collect(),
            _ => continue,
        };
        let missing =
            named.into_iter().find(|name| !gathered.columns.iter().any(|column| column.name == **name));
        if let Some(name) = missing {
            let message = format!("table \"{}\" has no column \"{name}\"", table.name);
            return Err(Fault::Bad(Box::new(Diagnostic::error("missing-object", message, draft.span))));
        }
    }
    Ok(())
}

/// PostgreSQL makes one index of two keys of one CREATE TABLE that ask for the same.
fn without_repeated_keys(keys: Vec<ConstraintDraft>) -> Vec<ConstraintDraft> {
    let mut out: Vec<ConstraintDraft> = Vec::new();
    for draft in keys {
        let same = |before: &ConstraintDraft| match (&before.constraint.rule, &draft.constraint.rule) {
            (ConstraintRule::Key(a), ConstraintRule::Key(b)) => {
                (&a.columns, &a.include, a.nulls_not_distinct)
                    == (&b.columns, &b.include, b.nulls_not_distinct)
                    && before.constraint.deferrable == draft.constraint.deferrable
                    && before.constraint.deferred == draft.constraint.deferred
            }
            _ => false,
        };
        let named = draft.name.is_some();
        match out.iter_mut().find(|before| same(before) && (before.name.is_none() || !named)) {
            Some(before) => before.name = before.name.take().or(draft.name),
            None => out.push(draft),
        }
    }
    out
}
