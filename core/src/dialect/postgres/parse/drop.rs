//! DROP of every kind of object. What is not there is nothing to drop: a DROP is never put off, because the object of
//! that name made after it (pg_dump --clean) is not the one it means.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::statement::Readers;
use super::target::{self, Target};
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, Object, ObjectId};
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
    cursor.eat_any(&["cascade", "restrict"]);
    cursor.expect_end()?;
    for id in found {
        drop_one(builder, &id);
    }
    Ok(())
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
    match id.kind {
        Kind::Schema => drop_schema(builder, &id.name),
        Kind::Table | Kind::View => drop_relation(builder, id),
        Kind::Type => drop_domain_comments(builder, id),
        _ => {}
    }
    builder.remove(id);
}

fn drop_schema(builder: &mut Builder, schema: &str) {
    let inside: Vec<_> = builder.schema.objects.keys().filter(|id| id.schema == schema).cloned().collect();
    for id in inside {
        builder.schema.objects.remove(&id);
        builder.spans.remove(&id);
    }
}

/// A relation's parts, indexes and owned sequences, and the foreign keys on it.
fn drop_relation(builder: &mut Builder, relation: &ObjectId) {
    let (schema, name) = (&relation.schema, &relation.name);
    let parts = [Kind::Column, Kind::Constraint, Kind::Trigger, Kind::Rule, Kind::Policy];
    let mut gone: Vec<ObjectId> = Vec::new();
    for kind in parts {
        gone.extend(builder.schema.parts(kind, schema, name).map(|(id, _)| id.clone()));
    }
    for (id, object) in &builder.schema.objects {
        let goes = match object {
            Object::Index(index) => id.schema == *schema && index.table == *name,
            Object::OwnedBy(column) => column.schema == *schema && column.table == *name,
            Object::Constraint(constraint) => match &constraint.rule {
                crate::model::ConstraintRule::ForeignKey(key) => {
                    key.table.schema == *schema && key.table.name == *name
                }
                _ => false,
            },
            Object::Table(table) => (table.partition_of.iter().map(|of| &of.parent))
                .chain(&table.inherits)
                .any(|parent| parent.schema == *schema && parent.name == *name),
            _ => false,
        };
        if goes {
            gone.push(id.itself());
        }
    }
    for id in gone {
        match id.kind {
            Kind::Table => drop_one(builder, &id),
            _ => builder.remove(&id),
        }
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
