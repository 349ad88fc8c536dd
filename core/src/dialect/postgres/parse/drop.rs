//! DROP of every kind of object. What is not there is nothing to drop: a DROP is never put off, because the object of
//! that name made after it (pg_dump --clean) is not the one it means.

use super::builder::Builder;
use super::cursor::{Cursor, unquote_ident};
use super::fault::{Fault, Parse};
use super::links::qualified;
use super::names::missing;
use super::statement::Readers;
use super::target::{self, Target};
use crate::collections::BTreeSet;
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[("drop", drop_objects)];

fn drop_objects(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let Some(target) = target::eat(cursor) else { return Err(cursor.expected("a kind of object")) };
    cursor.eat("concurrently");
    let if_exists = cursor.eat("if exists");
    let mut found = Vec::new();
    loop {
        let start = cursor.position();
        match target::reference(cursor, builder, target) {
            Ok(id) => found.push(id),
            Err(Fault::Missing(_)) => {
                skip_name(cursor, start);
                let span = cursor.span_from(start);
                if !builder.lenient && builder.is_waiting(cursor.text_from(start)) {
                    return Err(missing(target.words, cursor.text_from(start), span));
                }
                if !if_exists && !builder.is_temporary(cursor.text_from(start)) {
                    tell_missing(builder, target, cursor.text_from(start), span);
                }
            }
            Err(bad) => return Err(bad),
        }
        if !cursor.eat_punct(",") {
            break;
        }
    }
    let cascade = cursor.eat_any(&["cascade", "restrict"]) == Some("cascade");
    cursor.expect_end()?;
    if cascade {
        builder.cascade(&found);
    }
    for id in found {
        drop_one(builder, &id);
    }
    Ok(())
}

impl Builder {
    /// Whether a CREATE that was put off may make what is called so.
    fn is_waiting(&self, name: &str) -> bool {
        let own = name.split(['(', ' ']).next().unwrap_or_default();
        let own = own.rsplit('.').next().unwrap_or_default();
        self.waiting.contains(&unquote_ident(own))
    }
}

/// To the end of a name that may have been read in part.
fn skip_name(cursor: &mut Cursor<'_>, start: usize) {
    cursor.go_to(start);
    cursor.text_until(|cursor| cursor.at_punct(",") || cursor.at_kws("cascade") || cursor.at_kws("restrict"));
}

fn tell_missing(builder: &mut Builder, target: Target, name: &str, span: Span) {
    let message = format!("there is no {} {name} to drop at this point", target.words);
    builder.diagnostics.push(Diagnostic::warning("nothing-to-drop", message, span));
}

/// Drops an object and everything that PostgreSQL would drop along with it.
pub(super) fn drop_one(builder: &mut Builder, id: &ObjectId) {
    let own = qualified(id);
    builder.names_before.remove(id);
    match id.kind {
        Kind::Table => return builder.drop_table(&own),
        Kind::Index => return builder.drop_index(&own),
        Kind::Sequence => return builder.drop_sequence(&own),
        Kind::View => builder.drop_parts(&own),
        Kind::Schema => drop_schema(builder, &id.name),
        Kind::Type => drop_domain_comments(builder, id),
        _ => {}
    }
    builder.remove(id);
}

fn drop_schema(builder: &mut Builder, schema: &str) {
    let of = |kind: Kind| {
        let objects = builder.schema.objects.range(ObjectId::new(kind, schema, "")..);
        objects.take_while(move |(id, _)| id.kind == kind && id.schema == schema).map(|(id, _)| id.itself())
    };
    let relations: BTreeSet<ObjectId> =
        of(Kind::Table).chain(of(Kind::View)).chain(of(Kind::Sequence)).collect();
    for id in relations {
        drop_one(builder, &id);
    }
    let inside: Vec<_> = builder.schema.objects.keys().filter(|id| id.schema == schema).cloned().collect();
    for id in inside {
        builder.schema.objects.remove(&id);
        builder.spans.remove(&id);
    }
}

fn drop_domain_comments(builder: &mut Builder, domain: &ObjectId) {
    let parts: Vec<_> = [Kind::Constraint, Kind::Column]
        .into_iter()
        .flat_map(|kind| builder.schema.parts(kind, &domain.schema, &domain.name))
        .map(|(id, _)| id.clone())
        .collect();
    for id in parts {
        builder.remove(&id);
    }
}
