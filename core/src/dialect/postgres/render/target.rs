//! How an object is called in `COMMENT ON`, `ALTER ... OWNER TO`, `DROP` and `GRANT ... ON`.

use super::{ident, relation, ty};
use crate::dialect::postgres::definition;
use crate::model::{ArgumentMode, ColumnType, Kind, Object, ObjectId, Schema};

/// The words and the name: `TABLE app.t`, `COLUMN t.c`, `CONSTRAINT c ON t`, `FUNCTION f(integer)`.
pub fn target(schema: &Schema, id: &ObjectId) -> String {
    let word = word(schema, id);
    match id.kind {
        Kind::Column => format!("{word} {}.{}", relation(id), ident(&id.part)),
        Kind::Constraint if schema.relation(&id.schema, &id.name).is_none() => {
            format!("{word} {} ON DOMAIN {}", ident(&id.part), relation(id))
        }
        Kind::Constraint | Kind::Trigger | Kind::Rule | Kind::Policy => {
            format!("{word} {} ON {}", ident(&id.part), relation(id))
        }
        Kind::Function | Kind::Aggregate => format!("{word} {}{}", relation(id), signature(schema, id)),
        Kind::Operator => format!("{word} {}{}", definition::name(id), id.part.replace(',', ", ")),
        Kind::OperatorClass | Kind::OperatorFamily => {
            format!("{word} {}{}", relation(id), definition::using(id))
        }
        Kind::Cast | Kind::Transform => format!("{word} {}", id.name),
        Kind::UserMapping => format!("{word} {}", definition::mapping(id)),
        _ => format!("{word} {}", relation(id)),
    }
}

/// The types a routine is called with, for SQL; an aggregate of none is called with `*`.
fn signature(schema: &Schema, id: &ObjectId) -> String {
    let Some(Object::Routine(routine)) = schema.get(&id.itself()) else {
        return if id.part == "()" { "(*)".into() } else { named_types(&id.part) };
    };
    let inputs = routine.arguments.iter().filter(|argument| {
        matches!(argument.mode, ArgumentMode::In | ArgumentMode::InOut | ArgumentMode::Variadic)
    });
    format!("({})", inputs.map(|argument| ty(&argument.ty)).collect::<Vec<_>>().join(", "))
}

/// The types that an id's signature names, as SQL has them: quoted where they must be.
pub(super) fn named_types(part: &str) -> String {
    let inside = part.trim_start_matches('(').trim_end_matches(')');
    let types = inside.split(',').filter(|name| !name.is_empty()).map(|name| {
        let base = name.strip_suffix("[]").unwrap_or(name);
        let (schema, own) = base.split_once('.').unwrap_or(("", base));
        ty(&ColumnType {
            schema: schema.into(),
            name: own.into(),
            array: base != name,
            ..ColumnType::default()
        })
    });
    format!("({})", types.collect::<Vec<_>>().join(", "))
}

/// The words for an object's kind.
pub fn word(schema: &Schema, id: &ObjectId) -> String {
    match schema.get(&id.itself()) {
        Some(Object::Table(table)) if table.foreign.is_some() => "FOREIGN TABLE".into(),
        Some(Object::View(view)) if view.materialized => "MATERIALIZED VIEW".into(),
        Some(Object::Domain(_)) => "DOMAIN".into(),
        Some(Object::Routine(routine)) if routine.procedure => "PROCEDURE".into(),
        _ => id.kind.words().to_uppercase(),
    }
}
