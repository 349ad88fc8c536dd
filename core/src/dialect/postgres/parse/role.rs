//! Roles that a source makes. A role belongs to the whole cluster, so that it is not compared: it is kept for a plan that
//! grants it something or gives it something to own (`managed`), and made there where it is missing.

use super::builder::Builder;
use super::cluster;
use super::cursor::Cursor;
use super::fault::Parse;
use super::statement::Readers;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::definition;
use crate::model::{Facet, Grant, Kind, Object, ObjectId};
use crate::source::Span;

pub(super) const READERS: Readers = &[
    ("create role", |cursor, builder| create(cursor, builder, "")),
    ("create user", |cursor, builder| create(cursor, builder, " LOGIN")),
    ("create group", |cursor, builder| create(cursor, builder, "")),
    ("alter role", alter),
    ("alter user", alter),
    ("alter group", alter),
    ("comment on role", alter),
    ("drop role", drop_roles),
    ("drop user", drop_roles),
    ("drop group", drop_roles),
    ("drop owned by", drop_owned),
    ("reassign owned by", reassign),
];

/// The id of a role.
pub fn role_id(name: &str) -> ObjectId {
    ObjectId::new(Kind::Role, "", name)
}

fn create(cursor: &mut Cursor<'_>, builder: &mut Builder, implied: &str) -> Parse {
    if cursor.at_kws("mapping") {
        return Err(cursor.expected("a role"));
    }
    let span = cursor.span();
    let name = cursor.ident()?;
    cursor.eat("with");
    let rest = without_password(cursor, builder);
    let gap = if rest.is_empty() { "" } else { " " };
    let clauses = [("create".to_owned(), format!("{implied}{gap}{rest}"))].into();
    let id = role_id(&name);
    builder.add(id.clone(), Object::Definition(definition::define(&id, clauses, Vec::new())), span)
}

/// The rest of a statement about a role without its password: plans, snapshots and journals are no place for secrets.
fn without_password(cursor: &mut Cursor<'_>, builder: &mut Builder) -> String {
    let mut kept = Vec::new();
    while !cursor.is_end() {
        kept.push(cursor.text_until(|here| password(here).is_some()).trim());
        let start = cursor.position();
        let Some(words) = password(cursor) else {
            kept.push(cursor.rest());
            break;
        };
        cursor.eat(words);
        cursor.bump();
        let message = "the password of a role is left out: a plan is no place for secrets";
        let warning = Diagnostic::warning("secret-left-out", message, cursor.span_from(start));
        builder
            .diagnostics
            .push(warning.help("give it with `\\password` or ALTER ROLE where the role is made"));
    }
    kept.retain(|part| !part.is_empty());
    kept.join(" ")
}

/// The words before a password, where one stands here.
fn password(cursor: &Cursor<'_>) -> Option<&'static str> {
    let mut ahead = *cursor;
    let words = ahead.eat_any(&["encrypted password", "unencrypted password", "password"])?;
    (ahead.at_string() || ahead.at_kws("null")).then_some(words)
}

/// What is said of a role that the source makes goes with it.
fn alter(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    cursor.eat_any(&["if exists"]);
    let name = if cursor.at_ident() { cursor.ident()? } else { String::new() };
    note(cursor, builder, &name, Vec::new());
    Ok(())
}

/// `GRANT role, ... TO role, ...`, and its REVOKE.
pub(super) fn membership(cursor: &Cursor<'_>, builder: &mut Builder) {
    let mut ahead = *cursor;
    let granted = ahead.commas(|cursor| cursor.ident()).unwrap_or_default();
    let grantees = match ahead.eat_any(&["to", "from"]) {
        Some(_) => ahead.commas(|cursor| super::grant::grantee(cursor, builder)).unwrap_or_default(),
        None => Vec::new(),
    };
    let all: Vec<_> = grantees.iter().chain(&granted).map(|name| role_id(name)).collect();
    let made = all.iter().find(|id| builder.schema.contains(id)).cloned();
    let name = made.map(|id| id.name).unwrap_or_default();
    note(cursor, builder, &name, all);
}

/// Adds a statement to what makes a role; of roles that nobody makes here it is passed over.
fn note(cursor: &Cursor<'_>, builder: &mut Builder, role: &str, uses: Vec<ObjectId>) {
    let id = role_id(role);
    let Some(Object::Definition(of)) = builder.schema.get(&id) else {
        return cluster::pass_over(cursor, builder);
    };
    let mut of = of.clone();
    let mut whole = *cursor;
    whole.go_to(0);
    let words = without_password(&mut whole, builder);
    of.clauses.insert(format!("then {:03}", of.clauses.len()), words);
    let uses = uses.into_iter().filter(|other| *other != id && builder.schema.contains(other));
    of.uses.extend(uses.collect::<Vec<_>>());
    let made = definition::define(&id, of.clauses, of.uses);
    builder.schema.objects.insert(id, Object::Definition(made));
}

fn drop_roles(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    cluster::pass_over(cursor, builder);
    cursor.eat("if exists");
    for name in cursor.commas(|cursor| cursor.ident())? {
        builder.remove(&role_id(&name));
    }
    cursor.expect_end()
}

/// Everything a role owns goes, and what it was granted.
fn drop_owned(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let roles = cursor.commas(|cursor| super::grant::grantee(cursor, builder))?;
    let cascade = cursor.eat_any(&["cascade", "restrict"]) == Some("cascade");
    cursor.expect_end()?;
    for role in roles {
        let owned: Vec<_> = owned(builder, &role).iter().map(ObjectId::itself).collect();
        if cascade {
            builder.cascade(&owned);
        }
        for id in owned.into_iter().filter(|id| id.kind != Kind::Database) {
            super::drop::drop_one(builder, &id);
        }
        let facet = Facet::Grant(role.clone());
        for (_, held) in builder.schema.objects.iter_mut().filter(|(id, _)| id.facet == facet) {
            // An empty grant says that there is to be none.
            *held = Object::Grant(Grant::default());
        }
    }
    Ok(())
}

fn reassign(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let from = cursor.commas(|cursor| super::grant::grantee(cursor, builder))?;
    cursor.expect("to")?;
    let to = super::grant::grantee(cursor, builder)?;
    cursor.expect_end()?;
    let span: Span = cursor.statement_span();
    for id in from.iter().flat_map(|role| owned(builder, role)).collect::<Vec<_>>() {
        builder.set_owner(&id.itself(), &to, span);
    }
    Ok(())
}

/// The owners that a role is.
fn owned(builder: &Builder, role: &str) -> Vec<ObjectId> {
    let owners = builder.schema.objects.iter();
    let mine = owners.filter(|(_, object)| matches!(object, Object::Owner(owner) if owner == role));
    mine.map(|(id, _)| id.clone()).collect()
}
