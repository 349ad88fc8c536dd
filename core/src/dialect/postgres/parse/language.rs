//! Languages, access methods, casts and transforms.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::rare::Draft;
use super::statement::Readers;
use super::target;
use crate::dialect::postgres::definition;
use crate::model::{ColumnType, Extension, Kind, Object, ObjectId};

pub(super) const READERS: Readers = &[
    ("create access method", access_method),
    ("create cast", cast),
    ("create transform", transform),
    ("create or replace transform", transform),
    ("create language", language),
    ("create procedural language", language),
    ("create or replace language", language),
    ("create or replace procedural language", language),
    ("create trusted language", trusted),
    ("create trusted procedural language", trusted),
    ("create or replace trusted language", trusted),
    ("create or replace trusted procedural language", trusted),
];

fn language(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    read_language(cursor, builder, Draft::default())
}

fn trusted(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let mut draft = Draft::default();
    draft.set("trusted", "");
    read_language(cursor, builder, draft)
}

fn read_language(cursor: &mut Cursor<'_>, builder: &mut Builder, mut draft: Draft) -> Parse {
    let span = cursor.span();
    let name = if cursor.at_string() { cursor.string()? } else { cursor.ident()? };
    if name == "plpgsql" {
        return Ok(());
    }
    if cursor.is_end() {
        // Without a handler it is the extension of that name.
        let id = ObjectId::new(Kind::Extension, "", &name);
        return builder.add(id, Object::Extension(Extension::default()), span);
    }
    cursor.expect("handler")?;
    draft.set_function("handler", cursor, builder)?;
    if cursor.eat("inline") {
        draft.set_function("inline", cursor, builder)?;
    }
    if cursor.eat("validator") {
        draft.set_function("validator", cursor, builder)?;
    }
    cursor.eat("no validator");
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(Kind::Language, "", name), span)
}

fn access_method(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    cursor.expect("type")?;
    draft.set("type", cursor.ident()?.to_uppercase());
    cursor.expect("handler")?;
    draft.set_function("handler", cursor, builder)?;
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(Kind::AccessMethod, "", name), span)
}

fn cast(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = cursor.position();
    let mut ahead = *cursor;
    let id = target::cast(cursor, builder)?;
    let span = cursor.span_from(start);
    let mut draft = Draft::default();
    // Read again for the types that it stands between.
    ahead.bump();
    use_type(&mut draft, builder, &builder.parse_argument_type(&mut ahead)?);
    ahead.bump();
    use_type(&mut draft, builder, &builder.parse_argument_type(&mut ahead)?);
    match cursor.eat_any(&["with function", "without function", "with inout"]) {
        Some("with function") => {
            let function = draft.routine(cursor, builder)?;
            draft.set("with", format!("WITH FUNCTION {function}"));
        }
        Some(words) => draft.set("with", words.to_uppercase()),
        None => return Err(cursor.expected("WITH FUNCTION, WITHOUT FUNCTION or WITH INOUT")),
    }
    if let Some(context) = cursor.eat_any(&["as assignment", "as implicit"]) {
        draft.set("as", context.trim_start_matches("as ").to_uppercase());
    }
    cursor.expect_end()?;
    draft.add(builder, id, span)
}

/// Notes the user's type that a definition is about.
pub(super) fn use_type(draft: &mut Draft, builder: &Builder, ty: &ColumnType) {
    let found = [Kind::Type, Kind::Table, Kind::View]
        .into_iter()
        .map(|kind| ObjectId::new(kind, &ty.schema, &ty.name))
        .find(|id| !ty.schema.is_empty() && builder.schema.contains(id));
    draft.uses.extend(found);
}

fn transform(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = cursor.position();
    cursor.expect("for")?;
    let ty = builder.parse_argument_type(cursor)?;
    cursor.expect("language")?;
    let language = cursor.ident()?;
    let span = cursor.span_from(start);
    let mut draft = Draft::default();
    use_type(&mut draft, builder, &ty);
    cursor.list(|cursor| {
        let Some(words) = cursor.eat_any(&["from sql with function", "to sql with function"]) else {
            return Err(cursor.expected("FROM SQL or TO SQL"));
        };
        let function = draft.routine(cursor, builder)?;
        draft.set(words.trim_end_matches(" with function"), function);
        Ok(())
    })?;
    cursor.expect_end()?;
    draft.add(builder, definition::transform_id(&ty, &language), span)
}
