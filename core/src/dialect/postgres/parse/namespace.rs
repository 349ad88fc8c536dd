//! CREATE SCHEMA, with the statements that may stand inside it, and ALTER SCHEMA ... RENAME TO.
//!
//! The schema `public` is always there: a source that says nothing of it has it all the same.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::grant;
use super::statement::{self, Readers};
use crate::model::{Facet, Kind, Namespace, Object, ObjectId};
use crate::source::Span;
use std::sync::Arc;

pub(super) const READERS: Readers = &[("create schema", create), ("alter schema", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let span = cursor.span();
    let named = if cursor.at_kws("authorization") { None } else { Some(cursor.ident()?) };
    let role = match cursor.eat("authorization") {
        true => Some(grant::grantee(cursor, builder)?),
        false => None,
    };
    let Some(name) = named.or_else(|| role.clone()) else { return Err(cursor.expected("a name")) };
    if cursor.is_end() {
        return add(builder, &name, role, if_not_exists, span);
    }
    // All or nothing: an element that cannot be taken in leaves no half of a schema behind.
    let before = builder.clone();
    let outside = builder.role.clone();
    let mut taken = add(builder, &name, role.clone(), if_not_exists, span);
    // What is made inside belongs to whom the schema is made for.
    builder.role = role.or_else(|| outside.clone());
    taken = taken.and_then(|()| elements(cursor, builder, &name));
    match &taken {
        Ok(()) => builder.role = outside,
        Err(_) => *builder = before,
    }
    taken
}

fn add(builder: &mut Builder, name: &str, role: Option<String>, if_not_exists: bool, span: Span) -> Parse {
    let id = ObjectId::new(Kind::Schema, "", name);
    let implied = !builder.spans.contains_key(&id);
    if !implied && if_not_exists {
        return Ok(());
    }
    if !implied {
        builder.check_new(&id, span)?;
    }
    builder.put(id.clone(), Object::Schema(Namespace::default()), span);
    if let Some(role) = role.or_else(|| builder.role.clone()) {
        builder.put(id.facet(Facet::Owner), Object::Owner(role), span);
    }
    Ok(())
}

/// The statements inside a CREATE SCHEMA: their unqualified names are in it, and they may come in any order.
fn elements(cursor: &mut Cursor<'_>, builder: &mut Builder, schema: &str) -> Parse {
    let outside = builder.path.clone();
    let path = std::iter::once(schema.to_owned()).chain(outside.iter().filter(|s| *s != schema).cloned());
    builder.path = Arc::new(path.collect());
    let mut left = split(cursor);
    let mut fault = None;
    let mut progress = true;
    while progress && !left.is_empty() {
        progress = false;
        let mut later = Vec::new();
        for element in left {
            match statement::statement(&mut element.clone(), builder) {
                Ok(()) => progress = true,
                Err(Fault::Missing(missing)) => {
                    fault = Some(Fault::Missing(missing));
                    later.push(element);
                }
                Err(bad) => {
                    builder.path = outside;
                    return Err(bad);
                }
            }
        }
        left = later;
    }
    builder.path = outside;
    match fault {
        Some(fault) if !left.is_empty() => Err(fault),
        _ => Ok(()),
    }
}

/// Cuts the rest before each CREATE and GRANT that begins a statement.
fn split<'a>(cursor: &mut Cursor<'a>) -> Vec<Cursor<'a>> {
    let mut out = Vec::new();
    while !cursor.is_end() {
        let start = cursor.position();
        let mut after_grant = cursor.at_kws("grant");
        cursor.bump();
        cursor.text_until(|cursor| {
            let begins = (cursor.at_kws("create") || cursor.at_kws("grant")) && !after_grant;
            // `GRANT SELECT, CREATE ON ...` lists privileges.
            after_grant = cursor.at_punct(",");
            begins
        });
        if cursor.position() == start + 1 && cursor.at_punct(")") {
            cursor.bump();
        }
        out.push(cursor.between(start, cursor.position()));
    }
    out
}

/// OWNER TO is read with that of all others.
fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let id = ObjectId::new(Kind::Schema, "", &name);
    if !builder.schema.contains(&id) {
        return Err(super::names::missing("schema", &name, span));
    }
    cursor.expect("rename to")?;
    let new = cursor.ident()?;
    cursor.expect_end()?;
    move_all(builder, &name, &new);
    builder.rename(&id, ObjectId::new(Kind::Schema, "", new));
    Ok(())
}

/// What lives in a schema is found under its new name. Names inside definitions follow where the model holds them apart.
fn move_all(builder: &mut Builder, old: &str, new: &str) {
    let tables = builder.schema.objects.range(ObjectId::table(old, "")..);
    let tables: Vec<_> = (tables.take_while(|(id, _)| id.kind == Kind::Table && id.schema == old))
        .filter(|(id, _)| id.facet == Facet::Itself)
        .map(|(id, _)| id.clone())
        .collect();
    for id in tables {
        builder.rename_relation(&id, &ObjectId { schema: new.to_owned(), ..id.clone() });
    }
    let inside: Vec<_> = builder.schema.objects.keys().filter(|id| id.schema == old).cloned().collect();
    for id in inside {
        let moved = ObjectId { schema: new.to_owned(), ..id.clone() };
        if let Some(object) = builder.schema.objects.remove(&id) {
            if let Some(span) = builder.spans.remove(&id) {
                builder.spans.insert(moved.clone(), span);
            }
            builder.schema.objects.insert(moved, object);
        }
    }
}
