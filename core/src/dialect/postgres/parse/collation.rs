//! CREATE COLLATION and CREATE CONVERSION.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::dialect::postgres::definition::literal;
use crate::model::{Kind, ObjectId};

pub(super) const READERS: Readers = &[
    ("create collation", collation),
    ("alter collation", refresh),
    ("create conversion", conversion),
    ("create default conversion", default_conversion),
];

fn collation(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let if_not_exists = cursor.eat("if not exists");
    let name = cursor.name()?;
    let id = ObjectId::new(Kind::Collation, builder.creation_schema(&name), &name.name);
    let mut draft = Draft::default();
    if cursor.eat("from") {
        copied(&mut draft, &cursor.name()?.name);
    } else {
        rare::settings(cursor, |cursor, key| {
            match key {
                "deterministic" => {
                    if !rare::truth(cursor)? {
                        draft.set("deterministic", "false");
                    }
                }
                // The version of the operating system's collation is a state, not a definition.
                "version" => drop(cursor.option_value()?),
                "provider" => draft.set("provider", cursor.option_value()?.to_ascii_lowercase()),
                _ => draft.set(key, literal(&cursor.option_value()?)),
            }
            Ok(())
        })?;
    }
    cursor.expect_end()?;
    settle(&mut draft);
    if rare::is_there(builder, &id, if_not_exists) {
        return Ok(());
    }
    draft.add(builder, id, name.span)
}

/// A copy is what the original is; only the built-in ones tell by their names what they are.
fn copied(draft: &mut Draft, original: &str) {
    match original.strip_suffix("-x-icu") {
        Some(locale) => {
            draft.set("provider", "icu");
            draft.set("locale", literal(locale));
        }
        None => draft.set("locale", literal(original)),
    }
}

/// The provider said, and LOCALE in place of two equal halves.
fn settle(draft: &mut Draft) {
    draft.clauses.entry("provider".to_owned()).or_insert_with(|| "libc".to_owned());
    let halves = (draft.clauses.get("lc_collate").cloned(), draft.clauses.get("lc_ctype").cloned());
    if let (Some(collate), Some(ctype)) = halves
        && collate == ctype
    {
        draft.clauses.remove("lc_collate");
        draft.clauses.remove("lc_ctype");
        draft.set("locale", collate);
    }
}

/// REFRESH VERSION changes a state, not a definition.
fn refresh(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let name = cursor.name()?;
    builder.need(Kind::Collation, &name)?;
    cursor.expect("refresh version")
}

fn conversion(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    read_conversion(cursor, builder, Draft::default())
}

fn default_conversion(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let mut draft = Draft::default();
    draft.set("default", "");
    read_conversion(cursor, builder, draft)
}

fn read_conversion(cursor: &mut Cursor<'_>, builder: &mut Builder, mut draft: Draft) -> Parse {
    let name = cursor.name()?;
    cursor.expect("for")?;
    draft.set_string("for", cursor)?;
    cursor.expect("to")?;
    draft.set_string("to", cursor)?;
    cursor.expect("from")?;
    draft.set_function("from", cursor, builder)?;
    cursor.expect_end()?;
    let id = ObjectId::new(Kind::Conversion, builder.creation_schema(&name), &name.name);
    draft.add(builder, id, name.span)
}
