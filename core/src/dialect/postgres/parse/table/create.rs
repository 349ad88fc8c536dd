//! CREATE TABLE and CREATE FOREIGN TABLE: read as a whole, then taken in by `apply`.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::fault::Parse;
use super::super::names::Name;
use super::super::statement::Readers;
use super::column::{column, column_options, foreign_options};
use super::constraint::{at_table_constraint, parameters, table_constraint, tablespace};
use super::create_as::create_as;
use super::partition::{bound, partition_by};
use super::{Element, like};
use crate::model::{Foreign, SqlText, Table};

/// Readers of the ways to create a table.
pub(in super::super) const READERS: Readers = &[
    ("create table", |cursor, builder| create(cursor, builder, false)),
    ("create unlogged table", |cursor, builder| create(cursor, builder, true)),
    ("create foreign table", foreign),
];

/// A table as written.
#[derive(Clone, Debug, Default)]
pub(super) struct Draft {
    pub(super) name: Name,
    pub(super) if_not_exists: bool,
    pub(super) table: Table,
    pub(super) elements: Vec<Element>,
    pub(super) inherits: Vec<Name>,
    pub(super) of_type: Option<Name>,
    pub(super) partition_of: Option<(Name, SqlText)>,
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, unlogged: bool) -> Parse {
    if let Some(mut draft) = create_as(cursor, builder)? {
        draft.table.unlogged = unlogged;
        return builder.create_table(draft);
    }
    let mut draft = head(cursor, builder)?;
    draft.table.unlogged = unlogged;
    tail(cursor, builder, &mut draft)?;
    builder.create_table(draft)
}

/// The name and the elements.
fn head(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Draft> {
    let mut draft =
        Draft { if_not_exists: cursor.eat("if not exists"), name: cursor.name()?, ..Draft::default() };
    if cursor.eat("of") {
        draft.of_type = Some(cursor.name()?);
    } else if cursor.eat("partition of") {
        draft.partition_of = Some((cursor.name()?, SqlText::default()));
    }
    let options = draft.of_type.is_some() || draft.partition_of.is_some();
    if cursor.at_punct("(") {
        draft.elements = cursor.list(|cursor| element(cursor, builder, options))?;
    } else if !options {
        return Err(cursor.expected("`(`"));
    }
    if let Some((_, text)) = &mut draft.partition_of {
        *text = bound(cursor, builder)?;
    }
    Ok(draft)
}

fn element(cursor: &mut Cursor<'_>, builder: &Builder, options: bool) -> Parse<Element> {
    if at_table_constraint(cursor) {
        return table_constraint(cursor, builder);
    }
    if cursor.peek_kw(0, "like") && cursor.peek_text(1) != "," {
        return like::like(cursor).map(Element::Like);
    }
    Ok(match options {
        true => Element::Options(Box::new(column_options(cursor, builder)?)),
        false => Element::Column(Box::new(column(cursor, builder)?)),
    })
}

/// What follows the elements, in any order.
fn tail(cursor: &mut Cursor<'_>, builder: &Builder, draft: &mut Draft) -> Parse {
    while !cursor.is_end() {
        if cursor.eat("inherits") {
            draft.inherits = cursor.list(Cursor::name)?;
        } else if cursor.eat("partition by") {
            draft.table.partition_by = Some(partition_by(cursor, builder)?);
        } else if cursor.eat("using") {
            draft.table.access_method = Some(cursor.ident()?).filter(|method| method != "heap");
        } else if cursor.peek_kw(0, "with") && cursor.peek_text(1) == "(" {
            cursor.bump();
            draft.table.parameters = parameters(cursor)?;
        } else if cursor.eat("tablespace") {
            draft.table.tablespace = tablespace(cursor)?;
        } else if cursor.eat_any(&["without oids", "with oids"]).is_none() {
            return Err(cursor.expected("INHERITS, PARTITION BY, USING, WITH, TABLESPACE or the end"));
        }
    }
    Ok(())
}

fn foreign(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let mut draft = head(cursor, builder)?;
    if cursor.eat("inherits") {
        draft.inherits = cursor.list(Cursor::name)?;
    }
    cursor.expect("server")?;
    let mut foreign = Foreign { server: cursor.ident()?, ..Foreign::default() };
    if cursor.eat("options") {
        foreign.options = foreign_options(cursor)?;
    }
    cursor.expect_end()?;
    draft.table.foreign = Some(foreign);
    builder.create_table(draft)
}
