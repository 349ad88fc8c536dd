//! Signatures by which statements name functions, aggregates and operators, and how they find them.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::names::{Name, missing};
use crate::diagnostic::Diagnostic;
use crate::model::{ColumnType, Kind, ObjectId};

/// The types in a signature as they stand in an object's id: `(integer,app.mood)`.
pub(super) fn part(types: &[ColumnType]) -> String {
    let types: Vec<_> = types.iter().map(ColumnType::to_string).collect();
    format!("({})", types.join(","))
}

/// The input types of `(IN a integer, OUT b text, VARIADIC c text[])`; `(*)` has none.
pub(super) fn arguments(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Vec<ColumnType>> {
    if cursor.peek_text(1) == "*" && cursor.peek_text(2) == ")" {
        cursor.expect_punct("(")?;
        cursor.bump();
        cursor.bump();
        return Ok(Vec::new());
    }
    let mut types = Vec::new();
    // `VARIADIC "any" ORDER BY VARIADIC "any"` is one argument to PostgreSQL.
    let mut variadic = false;
    cursor.expect_punct("(")?;
    while !cursor.eat_punct(")") {
        let ordered = cursor.eat("order by");
        let both = ordered && variadic && cursor.at_kws("variadic");
        variadic = cursor.at_kws("variadic");
        if !ordered && !types.is_empty() {
            cursor.expect_punct(",")?;
        }
        if let Some(ty) = argument(cursor, builder)?.filter(|_| !both) {
            types.push(ty);
        }
        if cursor.at_punct(",") && types.is_empty() {
            cursor.bump();
        }
    }
    Ok(types)
}

/// One argument's type, if it goes in.
fn argument(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<Option<ColumnType>> {
    let mode = cursor.eat_any(&["in out", "inout", "in", "out", "variadic"]);
    let before = *cursor;
    let ends = |cursor: &Cursor<'_>| {
        cursor.at_punct(",")
            || cursor.at_punct(")")
            || cursor.at_punct("=")
            || cursor.at_kws("default")
            || cursor.at_kws("order by")
    };
    let unnamed = builder.parse_argument_type(cursor);
    let ty = match unnamed {
        Ok(ty) if ends(cursor) => ty,
        _ => {
            *cursor = before;
            cursor.ident()?;
            if ends(cursor) {
                return unnamed.map(Some);
            }
            let mode = cursor.eat_any(&["in out", "inout", "in", "out", "variadic"]);
            let ty = builder.parse_argument_type(cursor)?;
            if mode == Some("out") {
                return Ok(None);
            }
            ty
        }
    };
    if !ends(cursor) {
        return Err(cursor.expected("`,` or `)`"));
    }
    cursor.text_until(|cursor| cursor.at_punct(",") || cursor.at_kws("order by"));
    Ok((mode != Some("out")).then_some(ty))
}

/// A routine by name and, if said, signature: `f`, `f(integer)`.
pub(super) fn routine(cursor: &mut Cursor<'_>, builder: &Builder, kinds: &[Kind]) -> Parse<ObjectId> {
    let start = cursor.position();
    let name = cursor.name()?;
    let types = if cursor.at_punct("(") { Some(arguments(cursor, builder)?) } else { None };
    let found = match &types {
        Some(types) => by_signature(builder, &name, &part(types), kinds),
        None => by_name(builder, &name, kinds)?,
    };
    found.ok_or_else(|| {
        let what = kinds.first().map_or("routine", |kind| kind.words());
        missing(what, cursor.text_from(start), cursor.span_from(start))
    })
}

fn by_signature(builder: &Builder, name: &Name, part: &str, kinds: &[Kind]) -> Option<ObjectId> {
    let ids = |schema: &str| {
        (kinds.iter().map(|kind| ObjectId::part(*kind, schema, &name.name, part)))
            .find(|id| builder.schema.contains(id))
    };
    ids(&builder.find_schema(name, |schema| ids(schema).is_some())?)
}

fn by_name(builder: &Builder, name: &Name, kinds: &[Kind]) -> Parse<Option<ObjectId>> {
    let ids = |schema: &str| overloads(builder, schema, &name.name, kinds);
    let Some(schema) = builder.find_schema(name, |schema| !ids(schema).is_empty()) else { return Ok(None) };
    let mut found = ids(&schema);
    if found.len() > 1 {
        let message = format!("there are {} functions named {}", found.len(), name.display());
        let diagnostic = Diagnostic::error("ambiguous-name", message, name.span);
        return Err(Fault::Bad(Box::new(diagnostic.help("say the types of its arguments"))));
    }
    Ok(found.pop())
}

/// All routines of a name in one schema.
pub(super) fn overloads(builder: &Builder, schema: &str, name: &str, kinds: &[Kind]) -> Vec<ObjectId> {
    let of_kind = |kind: &Kind| {
        (builder.schema.parts(*kind, schema, name))
            .filter(|(id, _)| id.facet == crate::model::Facet::Itself)
            .map(|(id, _)| id.clone())
            .collect::<Vec<_>>()
    };
    kinds.iter().flat_map(of_kind).collect()
}
