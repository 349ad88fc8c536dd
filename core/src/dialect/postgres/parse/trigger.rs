//! CREATE and ALTER TRIGGER. Whether a trigger is enabled is said by ALTER TABLE.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::Name;
use super::statement::Readers;
use crate::dialect::postgres::canon::builtin::relations;
use crate::dialect::postgres::lex::TokenKind;
use crate::model::{Kind, Object, ObjectId, QualifiedName, Trigger};

pub(super) const READERS: Readers = &[
    ("create or replace constraint trigger", |cursor, builder| create(cursor, builder, true, true)),
    ("create constraint trigger", |cursor, builder| create(cursor, builder, true, false)),
    ("create or replace trigger", |cursor, builder| create(cursor, builder, false, true)),
    ("create trigger", |cursor, builder| create(cursor, builder, false, false)),
    ("alter trigger", |cursor, builder| alter_part(cursor, builder, Kind::Trigger)),
];

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, constraint: bool, replace: bool) -> Parse {
    let start = cursor.span();
    let name = cursor.ident()?;
    let mut trigger = Trigger { constraint, ..Trigger::default() };
    let Some(timing) = cursor.eat_any(&["before", "after", "instead of"]) else {
        return Err(cursor.expected("BEFORE, AFTER or INSTEAD OF"));
    };
    trigger.timing = timing.into();
    events(cursor, &mut trigger)?;
    cursor.expect("on")?;
    let table = cursor.name()?;
    let relation = builder.need_relation(&table)?;
    if cursor.eat("from") {
        trigger.from = Some(referenced(builder, &cursor.name()?)?);
    }
    options(cursor, builder, &mut trigger)?;
    if cursor.eat_any(&["execute function", "execute procedure"]).is_none() {
        return Err(cursor.expected("EXECUTE FUNCTION"));
    }
    trigger.function = builder.trigger_function(&cursor.name()?)?;
    trigger.arguments = cursor.list(argument)?;
    cursor.expect_end()?;
    let id = ObjectId::part(Kind::Trigger, relation.schema, relation.name, name);
    if !replace {
        builder.check_new(&id, start)?;
    }
    builder.put(id, Object::Trigger(trigger), start);
    Ok(())
}

/// The other table of a constraint trigger: it may be one of the system's, which any search path finds.
fn referenced(builder: &Builder, name: &Name) -> Parse<QualifiedName> {
    let of_system = name.schema.as_deref().unwrap_or("pg_catalog") == "pg_catalog";
    match builder.need_relation(name) {
        Ok(from) => Ok(QualifiedName::new(from.schema, from.name)),
        Err(_) if of_system && relations::relation("pg_catalog", &name.name).is_some() => {
            Ok(QualifiedName::new("pg_catalog", name.name.clone()))
        }
        Err(fault) => Err(fault),
    }
}

fn events(cursor: &mut Cursor<'_>, trigger: &mut Trigger) -> Parse {
    loop {
        match cursor.eat_any(&["insert", "delete", "truncate", "update of", "update"]) {
            Some("insert") => trigger.insert = true,
            Some("delete") => trigger.delete = true,
            Some("truncate") => trigger.truncate = true,
            Some("update") => trigger.update = true,
            Some(_) => {
                trigger.update = true;
                trigger.update_of = cursor.commas(|cursor| cursor.ident())?;
            }
            None => return Err(cursor.expected("INSERT, UPDATE, DELETE or TRUNCATE")),
        }
        if !cursor.eat("or") {
            return Ok(());
        }
    }
}

/// What stands between the table and EXECUTE.
fn options(cursor: &mut Cursor<'_>, builder: &Builder, trigger: &mut Trigger) -> Parse {
    const WORDS: &[&str] = &[
        "not deferrable",
        "deferrable",
        "initially immediate",
        "initially deferred",
        "referencing",
        "for each",
        "for",
        "when",
        "enforced",
    ];
    while let Some(words) = cursor.eat_any(WORDS) {
        match words {
            "deferrable" => trigger.deferrable = true,
            "initially deferred" => {
                trigger.deferrable = true;
                trigger.deferred = true;
            }
            "referencing" => referencing(cursor, trigger)?,
            "for" | "for each" => match cursor.eat_any(&["row", "statement"]) {
                Some(word) => trigger.each_row = word == "row",
                None => return Err(cursor.expected("ROW or STATEMENT")),
            },
            "when" => trigger.when = Some(builder.sql(cursor.parenthesised()?)),
            _ => {}
        }
    }
    Ok(())
}

fn referencing(cursor: &mut Cursor<'_>, trigger: &mut Trigger) -> Parse {
    while let Some(words) = cursor.eat_any(&["old table", "new table"]) {
        cursor.eat("as");
        let name = Some(cursor.ident()?);
        if words == "old table" {
            trigger.old_table = name;
        } else {
            trigger.new_table = name;
        }
    }
    Ok(())
}

/// A trigger's argument reaches its function as a string, whatever it was written as.
fn argument(cursor: &mut Cursor<'_>) -> Parse<String> {
    match cursor.token() {
        Some(token) if token.kind == TokenKind::Number => {
            cursor.bump();
            Ok(token.text(cursor.text).to_owned())
        }
        Some(token) if token.kind == TokenKind::String => cursor.string(),
        _ => cursor.ident(),
    }
}

/// `name ON relation`, of a trigger, rule or policy.
fn part_name(cursor: &mut Cursor<'_>) -> Parse<(String, Name)> {
    let part = cursor.ident()?;
    cursor.expect("on")?;
    Ok((part, cursor.name()?))
}

/// The trigger, rule or policy that is named here.
pub(super) fn need_part(cursor: &mut Cursor<'_>, builder: &Builder, kind: Kind) -> Parse<ObjectId> {
    let (part, table) = part_name(cursor)?;
    let relation = builder.need_relation(&table)?;
    let id = ObjectId::part(kind, relation.schema, relation.name, part);
    match builder.schema.contains(&id) {
        true => Ok(id),
        false => Err(super::names::missing(kind.words(), &format!("{}.{}", id.name, id.part), table.span)),
    }
}

/// `ALTER TRIGGER | RULE name ON relation RENAME TO name`.
pub(super) fn alter_part(cursor: &mut Cursor<'_>, builder: &mut Builder, kind: Kind) -> Parse {
    let span = cursor.span();
    let id = need_part(cursor, builder, kind)?;
    cursor.expect("rename to")?;
    let to = ObjectId { part: cursor.ident()?, ..id.clone() };
    builder.check_new(&to, span)?;
    builder.rename(&id, to);
    cursor.expect_end()
}
