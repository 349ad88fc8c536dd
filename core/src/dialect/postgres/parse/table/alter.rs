//! ALTER TABLE and ALTER FOREIGN TABLE: every action amends what earlier statements made. What is done to a column stands
//! in `alter_column`, renames in `rename`, partitions and inheritance in `attach`.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::{Fault, Parse};
use super::super::grant;
use super::super::links::{column_id, constraint_id, object_id, qualified};
use super::super::names::{Name, missing};
use super::super::statement::Readers;
use super::column::{change_foreign_options, column};
use super::constraint::{
    at_table_constraint, constraint_attributes, parameters, table_constraint, tablespace,
};
use super::partition::bound;
use super::{ColumnDraft, Element};
use crate::diagnostic::Diagnostic;
use crate::model::{Facet, Kind, Object, ObjectId, QualifiedName, Table};
use crate::source::Span;

/// Readers of the ways to alter a table.
pub(in super::super) const READERS: Readers = &[("alter table", alter), ("alter foreign table", alter)];

/// The table an ALTER TABLE is about.
pub(super) struct Target {
    pub(super) table: QualifiedName,
    /// Without `ONLY`: inheriting tables change too.
    pub(super) recurse: bool,
    pub(super) span: Span,
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if cursor.eat("all in tablespace") {
        return Ok(());
    }
    let if_exists = cursor.eat("if exists");
    let recurse = !cursor.eat("only");
    let name = cursor.name()?;
    cursor.eat_punct("*");
    let Some(id) = builder.find_relation(&name) else {
        return match if_exists {
            true => Ok(()),
            false => not_a_table(cursor, builder, &name),
        };
    };
    if id.kind != Kind::Table {
        alter_other(cursor, builder, &id, name.span)?;
        return cursor.expect_end();
    }
    let target = Target { table: qualified(&id), recurse, span: name.span };
    let done = std::mem::take(&mut builder.actions_done);
    let mut index = 0;
    loop {
        if index < done {
            cursor.text_until(|cursor| cursor.at_punct(","));
        } else {
            action(cursor, builder, &target)?;
        }
        index += 1;
        builder.actions_done = index;
        if !cursor.eat_punct(",") {
            builder.actions_done = 0;
            return cursor.expect_end();
        }
    }
}

/// ALTER TABLE on what is a view or sequence.
fn alter_other(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId, span: Span) -> Parse {
    if cursor.eat("owner to") {
        let owner = grant::grantee(cursor, builder)?;
        builder.set_owner(id, &owner, span);
    } else if cursor.eat("rename to") {
        let new = ObjectId { name: cursor.ident()?, ..id.clone() };
        builder.rename_relation(id, &new);
        builder.follow(id, &new);
    } else if cursor.eat("set schema") {
        let new = ObjectId { schema: cursor.ident()?, ..id.clone() };
        builder.rename_relation(id, &new);
        builder.follow(id, &new);
    } else if id.kind == Kind::View {
        return super::super::view::actions(cursor, builder, id, span);
    } else if let Some(words) = cursor.eat_any(&["set logged", "set unlogged"]) {
        if let Some(Object::Sequence(sequence)) = builder.schema.objects.get_mut(id) {
            sequence.unlogged = words == "set unlogged";
        }
    } else {
        return Err(cursor.expected("OWNER TO, RENAME TO or SET SCHEMA"));
    }
    Ok(())
}

/// pg_dump sets the owner of identity sequences and of indexes through ALTER TABLE too.
fn not_a_table(cursor: &mut Cursor<'_>, builder: &Builder, name: &Name) -> Parse {
    let own = |schema: &str| QualifiedName::new(schema, name.name.clone());
    let identity = builder.find_schema(name, |schema| builder.links.identities.contains_key(&own(schema)));
    if identity.is_some() && cursor.eat("owner to") {
        cursor.ident()?;
        return cursor.expect_end();
    }
    Err(missing("table", &name.display(), name.span))
}

fn action(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    match cursor.peek_text(0).to_ascii_lowercase().as_str() {
        "add" => add(cursor, builder, target),
        "alter" => alter_part(cursor, builder, target),
        "drop" => drop_part(cursor, builder, target),
        "set" | "reset" => set(cursor, builder, target),
        "rename" => rename(cursor, builder, target),
        "enable" | "disable" | "force" | "no" => super::switch::switch(cursor, builder, target),
        _ => other(cursor, builder, target),
    }
}

fn add(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    cursor.bump();
    if at_table_constraint(cursor) {
        return match table_constraint(cursor, builder)? {
            Element::Constraint(draft) => builder.add_constraint(&target.table, *draft, target.recurse),
            Element::NotNull(name, not_null, _) => {
                builder.need_column(&target.table, &name, target.span)?;
                builder.set_not_null(&target.table, std::slice::from_ref(&name), target.recurse);
                if let Some(column) = builder.column_mut(&target.table, &name) {
                    column.not_null = Some(not_null);
                }
                Ok(())
            }
            _ => Ok(()),
        };
    }
    cursor.eat("column");
    let if_not_exists = cursor.eat("if not exists");
    let draft = column(cursor, builder)?;
    let id = column_id(&target.table, &draft.name);
    if if_not_exists && builder.schema.contains(&id) {
        return Ok(());
    }
    builder.check_new(&id, draft.span)?;
    builder.add_column(&target.table, draft, target.recurse, false)
}

impl Builder {
    /// Adds a column to a table and to those that inherit from it.
    fn add_column(
        &mut self,
        table: &QualifiedName,
        mut draft: ColumnDraft,
        recurse: bool,
        inherited: bool,
    ) -> Parse {
        let (name, span) = (draft.name.clone(), draft.span);
        let constraints = std::mem::take(&mut draft.constraints);
        draft.column.inherited = inherited;
        let position = self.next_position(table);
        self.put_column(table, draft, position)?;
        for child in self.children(table).into_iter().filter(|_| recurse) {
            let Some(Object::Column(column)) = self.schema.get(&column_id(table, &name)) else { continue };
            if self.schema.contains(&column_id(&child, &name)) {
                continue;
            }
            let column = super::apply::inherited_column(column);
            let default = self.schema.column_default(&table.schema, &table.name, &name).cloned();
            let own = ColumnDraft { name: name.clone(), span, column, default, ..ColumnDraft::default() };
            self.add_column(&child, own, true, true)?;
        }
        let (keys, foreign): (Vec<_>, Vec<_>) =
            constraints.into_iter().partition(|draft| draft.references.is_none());
        for mut constraint in keys.into_iter().chain(foreign) {
            constraint.constraint.not_valid = false;
            self.add_constraint(table, constraint, recurse)?;
        }
        Ok(())
    }

    /// Where the next column of a table is to stand: no place is taken twice.
    pub(super) fn next_position(&mut self, table: &QualifiedName) -> u32 {
        let columns = self.schema.parts(Kind::Column, &table.schema, &table.name);
        let positions = columns.filter_map(|(_, object)| match object {
            Object::Column(column) => Some(column.position.0),
            _ => None,
        });
        let last = self.links.last_positions.entry(table.clone());
        let last = last.or_insert_with(|| positions.max().unwrap_or_default());
        *last += 1;
        *last
    }

    /// The fault that a table has no such column (so far).
    pub(super) fn need_column(&self, table: &QualifiedName, name: &str, span: Span) -> Parse {
        match self.schema.contains(&column_id(table, name)) {
            true => Ok(()),
            false => Err(missing("column", &format!("{}.{name}", table.name), span)),
        }
    }

    fn need_constraint(&self, table: &QualifiedName, name: &str, span: Span) -> Parse {
        match self.schema.contains(&constraint_id(table, name)) {
            true => Ok(()),
            false => Err(missing("constraint", &format!("{}.{name}", table.name), span)),
        }
    }
}

fn alter_part(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    cursor.bump();
    if !cursor.eat("constraint") {
        cursor.eat("column");
        return super::alter_column::alter_column(cursor, builder, target);
    }
    let name = cursor.ident()?;
    builder.need_constraint(&target.table, &name, target.span)?;
    let inherit = cursor.eat_any(&["inherit", "no inherit"]);
    if let Some(constraint) = builder.constraint_mut(&target.table, &name) {
        if inherit.is_none() {
            constraint_attributes(cursor, constraint)?;
        }
        let (deferrable, deferred) = (constraint.deferrable, constraint.deferred);
        for child in builder.children(&target.table) {
            if let Some(clone) = builder.constraint_mut(&child, &name) {
                (clone.deferrable, clone.deferred) = (deferrable, deferred);
            }
        }
    }
    Ok(())
}

fn drop_part(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    cursor.bump();
    let constraint = cursor.eat("constraint");
    if !constraint {
        cursor.eat("column");
    }
    let if_exists = cursor.eat("if exists");
    let name = cursor.ident()?;
    let cascade = cursor.eat_any(&["cascade", "restrict"]) == Some("cascade");
    let found = match constraint {
        true => builder.need_constraint(&target.table, &name, target.span),
        false => builder.need_column(&target.table, &name, target.span),
    };
    match found {
        Err(_) if if_exists => Ok(()),
        Err(fault) => Err(fault),
        Ok(()) if constraint => {
            if cascade {
                builder.cascade(&[constraint_id(&target.table, &name)]);
            }
            builder.drop_constraint(&target.table, &name, target.recurse);
            Ok(())
        }
        Ok(()) => {
            if cascade {
                builder.cascade(&[column_id(&target.table, &name)]);
            }
            builder.drop_column(&target.table, &name, target.recurse);
            Ok(())
        }
    }
}

fn set(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    if cursor.eat("reset") {
        let names = cursor.list(|cursor| Ok(cursor.dotted()?.join(".")))?;
        return change(builder, target, |table| super::super::index::reset(&mut table.parameters, &names));
    }
    cursor.bump();
    if cursor.at_punct("(") {
        let mut new = parameters(cursor)?;
        return change(builder, target, |table| table.parameters.append(&mut new));
    }
    if cursor.eat("schema") {
        let schema = cursor.ident()?;
        let id = object_id(Kind::Table, &target.table);
        let new = ObjectId { schema, ..id.clone() };
        builder.check_relation_name(&new.schema, &new.name, target.span)?;
        builder.rename_relation(&id, &new);
        builder.follow(&id, &new);
        return Ok(());
    }
    if cursor.eat("tablespace") {
        let tablespace = tablespace(cursor)?;
        return change(builder, target, |table| table.tablespace = tablespace);
    }
    if cursor.eat("access method") {
        let method = Some(cursor.ident()?).filter(|method| !matches!(method.as_str(), "heap" | "default"));
        return change(builder, target, |table| table.access_method = method);
    }
    match cursor.eat_any(&["logged", "unlogged", "without cluster", "without oids", "with oids"]) {
        Some(words @ ("logged" | "unlogged")) => {
            builder.set_unlogged(&target.table, words == "unlogged");
            Ok(())
        }
        Some("without cluster") => {
            let id = object_id(Kind::Table, &target.table).facet(Facet::ClusterOn);
            builder.schema.objects.remove(&id);
            Ok(())
        }
        Some(_) => Ok(()),
        None => Err(cursor.expected("what to set")),
    }
}

impl Builder {
    /// The sequences of a table's columns are logged as it is.
    fn set_unlogged(&mut self, table: &QualifiedName, unlogged: bool) {
        if let Some(table) = self.table_mut(table) {
            table.unlogged = unlogged;
        }
        for sequence in self.links.owned.get(table).cloned().unwrap_or_default() {
            if let Some(Object::Sequence(own)) =
                self.schema.objects.get_mut(&object_id(Kind::Sequence, &sequence))
            {
                own.unlogged = unlogged;
            }
        }
        for name in self.column_names(table) {
            let id = column_id(table, &name);
            if let Some(identity) = super::super::sequence::identity_mut(self, &id) {
                identity.sequence.unlogged = unlogged;
            }
        }
    }
}

pub(super) fn change(builder: &mut Builder, target: &Target, change: impl FnOnce(&mut Table)) -> Parse {
    if let Some(table) = builder.table_mut(&target.table) {
        change(table);
    }
    Ok(())
}

fn rename(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    cursor.bump();
    let id = object_id(Kind::Table, &target.table);
    if cursor.eat("to") {
        let new = ObjectId { name: cursor.ident()?, ..id.clone() };
        builder.check_relation_name(&new.schema, &new.name, target.span)?;
        builder.rename_relation(&id, &new);
        builder.follow(&id, &new);
        return Ok(());
    }
    let constraint = cursor.eat("constraint");
    if !constraint {
        cursor.eat("column");
    }
    let old = cursor.ident()?;
    cursor.expect("to")?;
    let new = cursor.ident()?;
    if constraint {
        builder.need_constraint(&target.table, &old, target.span)?;
        builder.check_new(&constraint_id(&target.table, &new), target.span)?;
        builder.rename_constraint(&target.table, &old, &new);
    } else {
        builder.need_column(&target.table, &old, target.span)?;
        builder.check_new(&column_id(&target.table, &new), target.span)?;
        builder.name_columns_of_views(&target.table, &old);
        builder.rename_column(&target.table, &old, &new);
        builder.follow(&column_id(&target.table, &old), &column_id(&target.table, &new));
    }
    Ok(())
}

fn other(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    let id = object_id(Kind::Table, &target.table);
    if cursor.eat("owner to") {
        let owner = grant::grantee(cursor, builder)?;
        builder.set_owner(&id, &owner, target.span);
    } else if cursor.eat("attach partition") {
        let name = cursor.name()?;
        let bound = bound(cursor, builder)?;
        let child = qualified(&builder.need(Kind::Table, &name)?);
        builder.attach(&target.table, &child, bound, name.span)?;
    } else if cursor.eat("detach partition") {
        let name = cursor.name()?;
        cursor.eat_any(&["concurrently", "finalize"]);
        let child = qualified(&builder.need(Kind::Table, &name)?);
        builder.detach(&target.table, &child);
    } else if cursor.eat("inherit") {
        let name = cursor.name()?;
        let parent = qualified(&builder.need(Kind::Table, &name)?);
        builder.inherit(&target.table, &parent);
    } else if cursor.eat("replica identity") {
        replica_identity(cursor, builder, &id, target.span)?;
    } else if cursor.eat("cluster on") {
        let index = cursor.ident()?;
        builder.put(id.facet(Facet::ClusterOn), Object::ClusterOn(index), target.span);
    } else if cursor.eat("validate constraint") {
        let name = cursor.ident()?;
        builder.need_constraint(&target.table, &name, target.span)?;
        builder.validate_constraint(&target.table, &name);
    } else if cursor.eat("not of") {
        return change(builder, target, |table| table.of_type = None);
    } else if cursor.eat("of") {
        let name = cursor.name()?;
        let ty = qualified(&builder.need(Kind::Type, &name)?);
        return change(builder, target, |table| table.of_type = Some(ty));
    } else if cursor.eat("options") {
        let mut options = builder
            .schema
            .table(&target.table.schema, &target.table.name)
            .and_then(|table| table.foreign.as_ref())
            .map(|foreign| foreign.options.clone())
            .unwrap_or_default();
        change_foreign_options(cursor, &mut options)?;
        return change(builder, target, |table| {
            if let Some(foreign) = &mut table.foreign {
                foreign.options = options;
            }
        });
    } else {
        return Err(unknown_action(cursor));
    }
    Ok(())
}

fn unknown_action(cursor: &Cursor<'_>) -> Fault {
    Fault::Bad(Box::new(Diagnostic::error(
        "unsupported-statement",
        "this action of ALTER TABLE is not understood",
        cursor.span(),
    )))
}

fn replica_identity(cursor: &mut Cursor<'_>, builder: &mut Builder, id: &ObjectId, span: Span) -> Parse {
    let identity = match cursor.eat_any(&["default", "full", "nothing", "using index"]) {
        Some("default") => {
            builder.schema.objects.remove(&id.facet(Facet::ReplicaIdentity));
            return Ok(());
        }
        Some("using index") => format!("index {}", cursor.ident()?),
        Some(word) => word.to_owned(),
        None => return Err(cursor.expected("DEFAULT, FULL, NOTHING or USING INDEX")),
    };
    builder.put(id.facet(Facet::ReplicaIdentity), Object::ReplicaIdentity(identity), span);
    Ok(())
}
