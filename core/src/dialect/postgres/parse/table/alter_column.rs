//! `ALTER TABLE ... ALTER COLUMN ...`.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::expression::expression_text;
use super::super::fault::Parse;
use super::super::links::column_id;
use super::super::sequence;
use super::ColumnDraft;
use super::alter::Target;
use super::column::{change_foreign_options, collation, identity_options, is_plain_null, storage};
use super::constraint::parameters;
use crate::model::{Column, Facet, Identity, Object, QualifiedName, SqlText};
use crate::source::Span;

/// Reads from the column's name on.
pub(super) fn alter_column(cursor: &mut Cursor<'_>, builder: &mut Builder, target: &Target) -> Parse {
    let name = cursor.ident()?;
    builder.need_column(&target.table, &name, target.span)?;
    let at = Place { table: &target.table, name: &name, recurse: target.recurse, span: target.span };
    if cursor.eat("set default") {
        let default = builder.sql(expression_text(cursor));
        let ty = builder.schema.column(&at.table.schema, &at.table.name, &name).map(|c| c.ty.clone());
        let keep = !ty.is_some_and(|ty| is_plain_null(&default, &ty, builder));
        builder.set_default(&at, keep.then_some(default));
    } else if cursor.eat("drop default") {
        builder.set_default(&at, None);
    } else if cursor.eat("set not null") {
        builder.set_not_null(at.table, std::slice::from_ref(&name), at.recurse);
    } else if cursor.eat("drop not null") {
        each(builder, &at, &mut |column| column.not_null = None);
    } else if cursor.eat("set data type") || cursor.eat("type") {
        set_type(cursor, builder, &at)?;
    } else if cursor.eat("set statistics") {
        let statistics = if cursor.eat("default") { -1 } else { cursor.integer()? as i32 };
        each(builder, &at, &mut |column| column.statistics = Some(statistics).filter(|s| *s >= 0));
    } else if cursor.eat("set storage") {
        let written = cursor.ident()?;
        each(builder, &at, &mut |column| column.storage = storage(&written, &column.ty));
    } else if cursor.eat("set compression") {
        let method = Some(cursor.ident()?).filter(|method| method != "default");
        one(builder, &at, |column| column.compression = method);
    } else if cursor.eat("options") {
        let mut options = column(builder, &at).map(|c| c.foreign_options.clone()).unwrap_or_default();
        change_foreign_options(cursor, &mut options)?;
        one(builder, &at, |column| column.foreign_options = options);
    } else if cursor.eat("reset") {
        let names = cursor.ident_list()?;
        one(builder, &at, |column| super::super::index::reset(&mut column.parameters, &names));
    } else if cursor.peek_kw(0, "set") && cursor.peek_text(1) == "(" {
        cursor.bump();
        let mut new = parameters(cursor)?;
        one(builder, &at, |column| column.parameters.append(&mut new));
    } else if cursor.eat("drop expression") {
        cursor.eat("if exists");
        each(builder, &at, &mut |column| column.generated = None);
    } else if cursor.eat("set expression as") {
        let expression = builder.sql(cursor.parenthesised()?);
        each(builder, &at, &mut |column| {
            if let Some(generated) = &mut column.generated {
                generated.expression = expression.clone();
            }
        });
    } else {
        return identity(cursor, builder, &at);
    }
    Ok(())
}

/// The column an action is about.
struct Place<'a> {
    table: &'a QualifiedName,
    name: &'a str,
    recurse: bool,
    span: Span,
}

fn column<'b>(builder: &'b Builder, at: &Place<'_>) -> Option<&'b Column> {
    builder.schema.column(&at.table.schema, &at.table.name, at.name)
}

fn one(builder: &mut Builder, at: &Place<'_>, change: impl FnOnce(&mut Column)) {
    if let Some(column) = builder.column_mut(at.table, at.name) {
        change(column);
    }
}

/// Changes the column in its table and in those that inherit it.
fn each(builder: &mut Builder, at: &Place<'_>, change: &mut impl FnMut(&mut Column)) {
    one(builder, at, &mut *change);
    if at.recurse {
        for child in builder.children(at.table) {
            each(builder, &Place { table: &child, ..*at }, change);
        }
    }
}

fn set_type(cursor: &mut Cursor<'_>, builder: &mut Builder, at: &Place<'_>) -> Parse {
    let ty = builder.parse_type(cursor)?;
    let mut own = None;
    if cursor.eat("collate") {
        let name = cursor.name()?;
        own = collation(builder, &name);
    }
    if cursor.eat("using") {
        expression_text(cursor);
    }
    each(builder, at, &mut |column| {
        if let Some(identity) = &mut column.identity {
            sequence::Options::of_type(&ty.name).change(&mut identity.sequence);
        }
        column.ty.clone_from(&ty);
        column.collation.clone_from(&own);
    });
    Ok(())
}

fn identity(cursor: &mut Cursor<'_>, builder: &mut Builder, at: &Place<'_>) -> Parse {
    if cursor.eat("drop identity") {
        cursor.eat("if exists");
        let gone = builder.column_mut(at.table, at.name).and_then(|column| column.identity.take());
        if let Some(identity) = gone {
            builder.links.identities.remove(&identity.sequence_name);
        }
        return Ok(());
    }
    if cursor.eat("add generated") {
        return add_identity(cursor, builder, at);
    }
    let mut options = sequence::Options::default();
    let mut always = None;
    let start = cursor.position();
    loop {
        if let Some(words) = cursor.eat_any(&["set generated always", "set generated by default"]) {
            always = Some(words == "set generated always");
        } else if cursor.peek_kw(0, "restart") || cursor.eat("set") {
            options.read(cursor)?;
        } else {
            break;
        }
    }
    if cursor.position() == start {
        return Err(cursor.expected("what to alter of the column"));
    }
    if let Some(identity) = sequence::identity_mut(builder, &column_id(at.table, at.name)) {
        identity.always = always.unwrap_or(identity.always);
        options.change(&mut identity.sequence);
    }
    Ok(())
}

/// `ADD GENERATED ... AS IDENTITY (...)`. A sequence that a dump made before is the column's from now on.
fn add_identity(cursor: &mut Cursor<'_>, builder: &mut Builder, at: &Place<'_>) -> Parse {
    let always = cursor.eat("always");
    if !always {
        cursor.expect("by default")?;
    }
    cursor.expect("as identity")?;
    let Some(mut column) = column(builder, at).cloned() else { return Ok(()) };
    let (identity, identity_name) = identity_options(cursor, &column.ty, always)?;
    column.identity = Some(Identity { always, ..identity });
    column.not_null.get_or_insert_default();
    let position = column.position.0;
    let name = at.name.to_owned();
    let draft = ColumnDraft { name, span: at.span, column, identity_name, ..ColumnDraft::default() };
    builder.put_column(at.table, draft, position)
}

impl Builder {
    /// Sets or drops a column's default, in inheriting tables too.
    fn set_default(&mut self, at: &Place<'_>, default: Option<SqlText>) {
        let id = column_id(at.table, at.name).facet(Facet::Default);
        match &default {
            Some(text) => self.put(id, Object::Default(text.clone()), at.span),
            None => {
                self.schema.objects.remove(&id);
            }
        }
        if at.recurse {
            for child in self.children(at.table) {
                if self.schema.contains(&column_id(&child, at.name)) {
                    self.set_default(&Place { table: &child, ..*at }, default.clone());
                }
            }
        }
    }
}
