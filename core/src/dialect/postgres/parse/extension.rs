//! CREATE, ALTER and DROP EXTENSION. What an extension brings is never in a schema of ours.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::missing;
use super::statement::Readers;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::rename::follow_extension;
use crate::model::{Extension, Kind, Object, ObjectId};

pub(super) const READERS: Readers = &[
    ("create extension", create),
    ("alter extension", alter),
    ("comment on extension plpgsql", built_in),
    ("drop extension if exists plpgsql", built_in),
];

/// PL/pgSQL is an extension, but it is always there.
fn built_in(_: &mut Cursor<'_>, _: &mut Builder) -> Parse {
    Ok(())
}

fn word(cursor: &mut Cursor<'_>) -> Parse<String> {
    if cursor.at_string() { cursor.string() } else { cursor.ident() }
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let span = cursor.span();
    let name = word(cursor)?;
    cursor.eat("with");
    let mut extension = Extension::default();
    while !cursor.is_end() {
        match cursor.eat_any(&["schema", "version", "from", "cascade"]) {
            Some("schema") => extension.schema = Some(word(cursor)?),
            Some("version") => extension.version = Some(word(cursor)?),
            Some("from") => drop(word(cursor)?),
            Some(_) => {}
            None => return Err(cursor.expected("SCHEMA, VERSION or CASCADE")),
        }
    }
    let id = ObjectId::new(Kind::Extension, "", &name);
    if name == "plpgsql" || if_not_exists && builder.schema.contains(&id) {
        return Ok(());
    }
    builder.add(id, Object::Extension(extension), span)
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = word(cursor)?;
    let id = ObjectId::new(Kind::Extension, "", &name);
    if name == "plpgsql" {
        return Ok(());
    }
    let Some(Object::Extension(extension)) = builder.schema.objects.get_mut(&id) else {
        return Err(missing("extension", &name, span));
    };
    if cursor.eat("update") {
        if cursor.eat("to") {
            extension.version = Some(word(cursor)?);
        }
    } else if cursor.eat("set schema") {
        let to = word(cursor)?;
        let from = extension.schema.replace(to.clone());
        follow_extension(&mut builder.schema, &name, from.as_deref().unwrap_or("public"), &to);
    } else if cursor.at_kws("add") || cursor.at_kws("drop") {
        let message = format!("what belongs to the extension {name} is its own affair: left out");
        builder.diagnostics.push(Diagnostic::warning("extension-member", message, cursor.statement_span()));
    } else {
        return Err(cursor.expected("UPDATE, SET SCHEMA, ADD or DROP"));
    }
    Ok(())
}
