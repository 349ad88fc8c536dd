//! Publications and subscriptions.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::names::missing;
use super::rare::{self, Draft};
use super::statement::Readers;
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::definition::{literal, qualified};
use crate::model::{Kind, ObjectId};

pub(super) const READERS: Readers = &[
    ("create publication", create_publication),
    ("alter publication", alter_publication),
    ("create subscription", create_subscription),
    ("alter subscription", alter_subscription),
];

fn create_publication(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    if cursor.eat("for all tables") {
        draft.set("all tables", "");
    } else if cursor.eat("for") {
        members(&mut draft, cursor, builder)?;
    }
    if cursor.eat("with") {
        publication_settings(&mut draft, cursor)?;
    }
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(Kind::Publication, "", name), span)
}

/// `TABLE a (x) WHERE (y), b, TABLES IN SCHEMA s`.
fn members(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
    let mut schemas = false;
    cursor.commas(|cursor| {
        if cursor.eat("tables in schema") {
            schemas = true;
        } else if cursor.eat("table") {
            schemas = false;
        }
        if schemas { schema(draft, cursor, builder) } else { table(draft, cursor, builder) }
    })?;
    Ok(())
}

fn schema(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
    let span = cursor.span();
    let mut name = cursor.ident()?;
    if name == "current_schema" {
        name = builder.path.first().cloned().unwrap_or_default();
    }
    let id = ObjectId::new(Kind::Schema, "", &name);
    if !builder.schema.contains(&id) {
        return Err(missing("schema", &name, span));
    }
    draft.uses.push(id);
    draft.set(&format!("schema {name}"), "");
    Ok(())
}

fn table(draft: &mut Draft, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse {
    cursor.eat("only");
    let relation = builder.need_relation(&cursor.name()?)?;
    cursor.eat_punct("*");
    let mut value = String::new();
    if cursor.at_punct("(") {
        let columns = cursor.ident_list()?;
        let ids = columns.iter().map(|column| ObjectId::column(&relation.schema, &relation.name, column));
        draft.uses.extend(ids);
        let columns: Vec<_> = columns.iter().map(|column| quote_ident(column)).collect();
        value += &format!(" ({})", columns.join(", "));
    }
    if cursor.eat("where") {
        value += &format!(" WHERE ({})", cursor.parenthesised()?);
    }
    draft.set(&format!("table {}", qualified(&relation.schema, &relation.name)), value);
    draft.uses.push(relation);
    Ok(())
}

fn publication_settings(draft: &mut Draft, cursor: &mut Cursor<'_>) -> Parse {
    rare::settings(cursor, |cursor, key| {
        let key_in_with = format!("with {key}");
        match key {
            "publish" => {
                const ALL: [&str; 4] = ["insert", "update", "delete", "truncate"];
                let value = cursor.option_value()?;
                let said: Vec<_> = value.split(',').map(|verb| verb.trim().to_ascii_lowercase()).collect();
                let verbs: Vec<_> = ALL.into_iter().filter(|verb| said.iter().any(|s| s == verb)).collect();
                match verbs.len() == ALL.len() {
                    true => drop(draft.clauses.remove(&key_in_with)),
                    false => draft.set(&key_in_with, literal(&verbs.join(", "))),
                }
            }
            "publish_via_partition_root" => match rare::truth(cursor)? {
                true => draft.set(&key_in_with, "true"),
                false => drop(draft.clauses.remove(&key_in_with)),
            },
            _ => draft.set(&key_in_with, cursor.option_value()?),
        }
        Ok(())
    })
}

fn existing(kind: Kind, cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<ObjectId> {
    let span = cursor.span();
    let name = cursor.ident()?;
    let id = ObjectId::new(kind, "", &name);
    match builder.schema.contains(&id) {
        true => Ok(id),
        false => Err(missing(kind.words(), &name, span)),
    }
}

fn alter_publication(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = existing(Kind::Publication, cursor, builder)?;
    let mut draft = rare::draft(builder, &id);
    let is_member = |name: &String| name.starts_with("table ") || name.starts_with("schema ");
    if cursor.eat("add") {
        members(&mut draft, cursor, builder)?;
    } else if cursor.eat("drop") {
        let mut gone = Draft::default();
        members(&mut gone, cursor, builder)?;
        draft.clauses.retain(|name, _| !gone.clauses.contains_key(name));
        draft.uses.retain(|id| !gone.uses.contains(id));
    } else {
        cursor.expect("set")?;
        if cursor.at_punct("(") {
            publication_settings(&mut draft, cursor)?;
        } else {
            draft.clauses.retain(|name, _| !is_member(name) && name != "all tables");
            draft.uses.clear();
            match cursor.eat("all tables") {
                true => draft.set("all tables", ""),
                false => members(&mut draft, cursor, builder)?,
            }
        }
    }
    cursor.expect_end()?;
    draft.replace(builder, id);
    Ok(())
}

fn create_subscription(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let span = cursor.span();
    let name = cursor.ident()?;
    let mut draft = Draft::default();
    cursor.expect("connection")?;
    draft.set_string("connection", cursor)?;
    cursor.expect("publication")?;
    let publications = cursor.commas(|cursor| cursor.ident())?;
    set_publications(&mut draft, publications);
    if cursor.eat("with") {
        subscription_settings(&mut draft, cursor, &name)?;
    }
    cursor.expect_end()?;
    draft.add(builder, ObjectId::new(Kind::Subscription, "", name), span)
}

fn set_publications(draft: &mut Draft, publications: Vec<String>) {
    let names: Vec<_> = publications.iter().map(|name| quote_ident(name)).collect();
    draft.set("publications", names.join(", "));
}

/// What is only done when a subscription is made (connecting, copying, making the slot) is no part of what it is.
fn subscription_settings(draft: &mut Draft, cursor: &mut Cursor<'_>, name: &str) -> Parse {
    rare::settings(cursor, |cursor, key| {
        let key_in_with = format!("with {key}");
        if matches!(key, "connect" | "create_slot" | "copy_data" | "enabled" | "refresh" | "lsn") {
            rare::truth(cursor)?;
            return Ok(());
        }
        let value = if cursor.at_punct(",") || cursor.at_punct(")") {
            "true".to_owned()
        } else {
            cursor.option_value()?.to_ascii_lowercase()
        };
        let value = match (key, value.as_str()) {
            (
                "streaming" | "binary" | "two_phase" | "disable_on_error" | "failover" | "run_as_owner",
                "on" | "1" | "yes",
            ) => "true".to_owned(),
            (
                "streaming" | "binary" | "two_phase" | "disable_on_error" | "failover" | "run_as_owner",
                "off" | "0" | "no",
            ) => "false".to_owned(),
            _ => value,
        };
        let default = match key {
            "slot_name" => name,
            // It depends on the server's version: what is said counts.
            "streaming" => "",
            "synchronous_commit" => "off",
            "password_required" => "true",
            "origin" => "any",
            _ => "false",
        };
        match value == default {
            true => drop(draft.clauses.remove(&key_in_with)),
            false if value == "true" => draft.set(&key_in_with, value),
            false if value == "none" && key == "slot_name" => draft.set(&key_in_with, "NONE"),
            false => draft.set(&key_in_with, literal(&value)),
        }
        Ok(())
    })
}

fn alter_subscription(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let id = existing(Kind::Subscription, cursor, builder)?;
    let mut draft = rare::draft(builder, &id);
    let publications = |cursor: &mut Cursor<'_>| cursor.commas(|cursor| cursor.ident());
    match cursor.eat_any(&[
        "connection",
        "set publication",
        "add publication",
        "drop publication",
        "set",
        "enable",
        "disable",
        "refresh publication",
        "skip",
    ]) {
        Some("connection") => draft.set_string("connection", cursor)?,
        Some("set publication") => set_publications(&mut draft, publications(cursor)?),
        Some(verb @ ("add publication" | "drop publication")) => {
            let named: Vec<_> = publications(cursor)?.iter().map(|name| quote_ident(name)).collect();
            let held = draft.clauses.get("publications").cloned().unwrap_or_default();
            let mut held: Vec<_> = held.split(", ").map(str::to_owned).collect();
            held.retain(|name| !named.contains(name));
            if verb == "add publication" {
                held.extend(named);
            }
            draft.set("publications", held.join(", "));
        }
        Some("set") => subscription_settings(&mut draft, cursor, &id.name)?,
        Some(_) => {}
        None => return Err(cursor.expected("CONNECTION, SET, ENABLE or DISABLE")),
    }
    draft.replace(builder, id);
    Ok(())
}
