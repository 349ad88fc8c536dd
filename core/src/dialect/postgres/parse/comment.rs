//! COMMENT ON and SECURITY LABEL, for objects of every kind.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::statement::Readers;
use super::target::{Form, Target};
use super::{cluster, target};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::canon::builtin;
use crate::dialect::postgres::canon::types::TypeName;
use crate::model::{Facet, Kind, Object, ObjectId};
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
    let start = *cursor;
    let found = target::reference(cursor, builder, target);
    if let Err(Fault::Missing(_)) = found
        && let Some(whose) = whose(&start, builder, target)
    {
        let mut name = start;
        let name = name.text_until(|cursor| cursor.peek_kw(0, "is"));
        let message = format!("{} {name} is {whose}: what is said of it is left out", target.words);
        builder.diagnostics.push(Diagnostic::warning("left-out", message, cursor.statement_span()));
        return Ok(None);
    }
    builder.known(found, cursor)
}

/// Whose an object is that no statement makes and that is there all the same.
fn whose(start: &Cursor<'_>, builder: &Builder, target: Target) -> Option<&'static str> {
    let mut ahead = *start;
    match target.form {
        Form::Cast => {
            ahead.expect_punct("(").ok()?;
            let oid = |cursor: &mut Cursor<'_>| {
                let ty = builder.parse_argument_type(cursor).ok()?;
                builtin::type_named(&TypeName::from(&ty).name).map(|row| row.oid)
            };
            let source = oid(&mut ahead)?;
            ahead.expect("as").ok()?;
            builtin::cast(source, oid(&mut ahead)?).map(|_| "a cast that every server has")
        }
        Form::Part if target.kind == Kind::Trigger => {
            let own = ahead.ident().ok()?;
            ahead.expect("on").ok()?;
            let mut table = builder.need_relation(&ahead.name().ok()?).ok()?;
            // At most as many levels as there are tables.
            while let Some(of) = builder.schema.table(&table.schema, &table.name)?.partition_of.as_ref() {
                let parent = of.parent.clone();
                if builder.schema.contains(&ObjectId::part(
                    Kind::Trigger,
                    &*parent.schema,
                    &*parent.name,
                    &*own,
                )) {
                    return Some("a partition's share of its parent's trigger");
                }
                table = ObjectId::table(&*parent.schema, &*parent.name);
            }
            None
        }
        _ => None,
    }
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
