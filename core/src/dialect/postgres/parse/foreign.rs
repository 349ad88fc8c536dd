//! Foreign-data wrappers, servers and user mappings. Foreign tables are tables.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::grant;
use super::names::missing;
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::definition;
use crate::model::{Kind, ObjectId};

pub(super) const READERS: Readers = &[
    ("create foreign data wrapper", create_wrapper),
    ("alter foreign data wrapper", alter_wrapper),
    ("create server", create_server),
    ("alter server", alter_server),
    ("create user mapping", create_mapping),
    ("alter user mapping", alter_mapping),
    ("drop user mapping", drop_mapping),
    ("import foreign schema", import),
];

fn create_wrapper(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    wrapper_clauses(&mut draft, cursor, builder)?;
    draft.add(builder, ObjectId::new(Kind::ForeignDataWrapper, "", name), span)
}

fn alter_wrapper(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = existing(Kind::ForeignDataWrapper, cursor, builder)?;
    let mut draft = rare::draft(builder, &id);
    wrapper_clauses(&mut draft, cursor, builder)?;
    draft.replace(builder, id);
    Ok(())
}

fn wrapper_clauses(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
    while !cursor.is_end() {
        match cursor.eat_any(&["handler", "validator", "no handler", "no validator", "options"]) {
            Some("options") => draft.options(cursor)?,
            Some(none @ ("no handler" | "no validator")) => drop(draft.clauses.remove(&none[3..])),
            Some(clause) => draft.set_function(clause, cursor, builder)?,
            None => return Err(cursor.expected("HANDLER, VALIDATOR or OPTIONS")),
        }
    }
    Ok(())
}

fn existing(kind: Kind, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    let span = cursor.span();
    let name = cursor.ident()?;
    let id = ObjectId::new(kind, "", &name);
    match builder.schema.contains(&id) {
        true => Ok(id),
        false => Err(missing(kind.words(), &name, span)),
    }
}

fn create_server(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    if cursor.eat("type") {
        draft.set_string("type", cursor)?;
    }
    if cursor.eat("version") {
        draft.set_string("version", cursor)?;
    }
    cursor.expect("foreign data wrapper")?;
    let place = cursor.span();
    let wrapper = cursor.ident()?;
    let used = ObjectId::new(Kind::ForeignDataWrapper, "", &wrapper);
    // The wrapper comes with an extension more often than not.
    if builder.schema.contains(&used) {
        draft.uses.push(used);
    } else if !builder.lenient {
        return Err(missing("foreign data wrapper", &wrapper, place));
    }
    draft.set("wrapper", quote_ident(&wrapper));
    if cursor.eat("options") {
        draft.options(cursor)?;
    }
    cursor.expect_end()?;
    let id = ObjectId::new(Kind::Server, "", name);
    if rare::is_there(builder, &id, if_not_exists) {
        return Ok(());
    }
    draft.add(builder, id, span)
}

fn alter_server(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = existing(Kind::Server, cursor, builder)?;
    let mut draft = rare::draft(builder, &id);
    if cursor.eat("version") {
        match cursor.eat("null") {
            true => drop(draft.clauses.remove("version")),
            false => draft.set_string("version", cursor)?,
        }
    }
    if cursor.eat("options") {
        draft.options(cursor)?;
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}

/// `FOR user SERVER server`.
fn mapping(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<(ObjectId, String)> {
    cursor.expect("for")?;
    let user = match cursor.eat("user") {
        // Here alone USER stands for it too.
        true => builder.role.clone().unwrap_or_else(|| "current_user".into()),
        false => grant::grantee(cursor, builder)?,
    };
    cursor.expect("server")?;
    let server = cursor.ident()?;
    Ok((definition::mapping_id(&user, &server), server))
}

fn create_mapping(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let start = cursor.position();
    let (id, server) = mapping(cursor, builder)?;
    let span = cursor.span_from(start);
    let mut draft = Draft::default();
    let used = ObjectId::new(Kind::Server, "", &server);
    match builder.schema.contains(&used) {
        true => draft.uses.push(used),
        false => return Err(missing("server", &server, span)),
    }
    if cursor.eat("options") {
        draft.options(cursor)?;
    }
    cursor.expect_end()?;
    if rare::is_there(builder, &id, if_not_exists) {
        return Ok(());
    }
    draft.add(builder, id, span)
}

fn alter_mapping(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = cursor.position();
    let (id, _) = mapping(cursor, builder)?;
    if !builder.schema.contains(&id) {
        return Err(missing("user mapping", cursor.text_from(start), cursor.span_from(start)));
    }
    let mut draft = rare::draft(builder, &id);
    cursor.expect("options")?;
    draft.options(cursor)?;
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}

fn drop_mapping(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    cursor.eat("if exists");
    let (id, _) = mapping(cursor, builder)?;
    builder.remove(&id);
    Ok(())
}

/// What it makes is known to the other server alone.
fn import(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let message = "IMPORT FOREIGN SCHEMA makes tables that only the other server knows: left out";
    builder.diagnostics.push(Diagnostic::warning("data-statement", message, cursor.statement_span()));
    Ok(())
}
