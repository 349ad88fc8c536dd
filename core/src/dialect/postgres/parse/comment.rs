//! COMMENT ON and SECURITY LABEL, for objects of every kind.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::statement::Readers;
use super::{cluster, target};
use crate::model::{Facet, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("comment on", comment), ("security label", label)];

fn comment(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if cursor.eat("large object") {
        return Ok(());
    }
    let Some(id) = object(cursor, builder)? else { return Ok(()) };
    cursor.expect("is")?;
    let comment = text(cursor)?;
    cursor.expect_end()?;
    set(builder, &id, Facet::Comment, comment.map(Object::Comment), cursor.statement_span());
    Ok(())
}

fn label(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let provider = match cursor.eat("for") {
        true if cursor.at_string() => cursor.string()?,
        true => cursor.ident()?,
        false => String::new(),
    };
    cursor.expect("on")?;
    if cursor.eat_any(&["large object", "database"]).is_some() {
        return Ok(());
    }
    if cursor.eat_any(&["role", "tablespace"]).is_some() {
        cluster::pass_over(cursor, builder);
        return Ok(());
    }
    let Some(id) = object(cursor, builder)? else { return Ok(()) };
    cursor.expect("is")?;
    let label = text(cursor)?;
    cursor.expect_end()?;
    let facet = Facet::SecurityLabel(provider);
    set(builder, &id, facet, label.map(Object::SecurityLabel), cursor.statement_span());
    Ok(())
}

/// The object, or nothing if it is one that is passed over (an extension's, the system's).
fn object(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse<Option<ObjectId>> {
    let Some(target) = target::eat(cursor) else { return Err(cursor.expected("a kind of object")) };
    builder.known(target::reference(cursor, builder, target), cursor)
}

/// A string, or NULL for none; an empty comment is none.
fn text(cursor: &mut Cursor<'_>) -> Parse<Option<String>> {
    match cursor.eat("null") {
        true => Ok(None),
        false => Ok(Some(cursor.string()?).filter(|text| !text.is_empty())),
    }
}

fn set(builder: &mut Builder, id: &ObjectId, facet: Facet, value: Option<Object>, span: Span) {
    let id = id.facet(facet);
    match value {
        Some(value) => builder.put(id, value, span),
        None => builder.remove(&id),
    }
}
