//! Event triggers.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::missing;
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::dialect::postgres::definition::literal;
use crate::model::{Kind, ObjectId};

pub(super) const READERS: Readers = &[("create event trigger", create), ("alter event trigger", alter)];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    cursor.expect("on")?;
    draft.set("on", cursor.ident()?);
    if cursor.eat("when") {
        let mut tags = Vec::new();
        loop {
            cursor.expect("tag in")?;
            tags.extend(cursor.list(|cursor| cursor.string())?);
            if !cursor.eat("and") {
                break;
            }
        }
        tags.iter_mut().for_each(|tag| tag.make_ascii_uppercase());
        let tags: Vec<_> = tags.iter().map(|tag| literal(tag)).collect();
        draft.set("tags", format!("({})", tags.join(", ")));
    }
    cursor.expect("execute")?;
    if cursor.eat_any(&["function", "procedure"]).is_none() {
        return Err(cursor.expected("FUNCTION"));
    }
    draft.set_function("function", cursor, builder)?;
    cursor.expect_punct("(")?;
    cursor.expect_punct(")")?;
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(Kind::EventTrigger, "", name), span)
}

fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let id = ObjectId::new(Kind::EventTrigger, "", &name);
    if !builder.schema.contains(&id) {
        return Err(missing("event trigger", &name, span));
    }
    let mut draft = rare::draft(builder, &id);
    match cursor.eat_any(&["disable", "enable replica", "enable always", "enable"]) {
        Some("enable") => drop(draft.clauses.remove("enabled")),
        Some(state) => draft.set("enabled", state.to_uppercase()),
        None => return Err(cursor.expected("ENABLE or DISABLE")),
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}
