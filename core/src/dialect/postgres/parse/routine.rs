//! CREATE and ALTER of functions and procedures. Their options are read in `routine_options.rs`, arguments in
//! `arguments.rs`, aggregates in `aggregate.rs`.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::missing;
use super::routine_options::Options;
use super::signature;
use super::statement::Readers;
use super::types::without_modifiers;
use crate::model::{ArgumentMode, ColumnType, Kind, Object, ObjectId, Routine, RoutineBody};
use crate::source::Span;

pub(super) const READERS: Readers = &[
    ("create or replace function", |cursor, builder| create(cursor, builder, false, true)),
    ("create function", |cursor, builder| create(cursor, builder, false, false)),
    ("create or replace procedure", |cursor, builder| create(cursor, builder, true, true)),
    ("create procedure", |cursor, builder| create(cursor, builder, true, false)),
    ("alter function", alter),
    ("alter procedure", alter),
    ("alter routine", alter),
];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, procedure: bool, replace: bool) -> Parse {
    let name = cursor.name()?;
    let arguments = builder.arguments(cursor)?;
    let mut routine = Routine { procedure, arguments, ..Routine::default() };
    if !procedure && cursor.eat("returns") {
        returns(cursor, builder, &mut routine)?;
    }
    let mut options = Options::default();
    while !cursor.is_end() {
        options.read(cursor, builder)?;
    }
    options.settle(&mut routine, &name.name);
    if routine.language.is_empty() && !matches!(routine.body, RoutineBody::Sql(_)) {
        return Err(cursor.expected("LANGUAGE"));
    }
    let schema = builder.creation_schema(&name);
    let id = ObjectId::part(Kind::Function, schema, &name.name, crate::model::signature(&routine.arguments));
    if !replace {
        builder.check_new(&id, name.span)?;
    }
    builder.put(id, Object::Routine(routine), name.span);
    Ok(())
}

/// What follows RETURNS. Where OUT arguments say it already it is checked by the server, not kept.
fn returns(cursor: &mut Cursor<'_>, builder: &Builder, routine: &mut Routine) -> Parse {
    if cursor.eat("table") {
        let mut columns = builder.arguments(cursor)?;
        for column in &mut columns {
            column.mode = ArgumentMode::Table;
        }
        routine.arguments.append(&mut columns);
        routine.returns_set = true;
        return Ok(());
    }
    routine.returns_set = cursor.eat("setof");
    let returns = builder.parse_argument_type(cursor)?;
    let has_out = (routine.arguments.iter())
        .any(|argument| matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut));
    routine.returns = (!has_out).then_some(returns);
    Ok(())
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = *cursor;
    let id = signature::routine(cursor, builder, &[Kind::Function])?;
    if cursor.eat("rename to") {
        let name = cursor.ident()?;
        return rename(builder, &id, ObjectId { name, ..id.clone() }, start.span());
    }
    if cursor.eat("set schema") {
        let schema = cursor.ident()?;
        return rename(builder, &id, ObjectId { schema, ..id.clone() }, start.span());
    }
    let Some(Object::Routine(mut routine)) = builder.schema.get(&id).cloned() else {
        return Err(missing("function", &id.name, start.span()));
    };
    let mut options = Options::of(&routine);
    while !cursor.is_end() && !cursor.eat("restrict") {
        options.read(cursor, builder)?;
    }
    options.settle(&mut routine, &id.name);
    builder.schema.objects.insert(id, Object::Routine(routine));
    Ok(())
}

/// Moves an object with all its facets to another id.
fn rename(builder: &mut Builder, from: &ObjectId, to: ObjectId, span: Span) -> Parse {
    builder.check_new(&to, span)?;
    builder.rename(from, to);
    Ok(())
}

/// What a routine gives back, as PostgreSQL works it out where only its OUT arguments say so.
pub fn result_type(routine: &Routine) -> Option<ColumnType> {
    if routine.returns.is_some() || routine.procedure {
        return routine.returns.clone();
    }
    let mut out = routine.arguments.iter().filter(|argument| {
        matches!(argument.mode, ArgumentMode::Out | ArgumentMode::InOut | ArgumentMode::Table)
    });
    match (out.next(), out.next()) {
        (Some(only), None) => Some(without_modifiers(only.ty.clone())),
        (Some(_), Some(_)) => Some(ColumnType::builtin("record")),
        (None, _) => Some(ColumnType::builtin("void")),
    }
}
