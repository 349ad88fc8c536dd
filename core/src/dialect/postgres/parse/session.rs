//! Statements about the session: SET, RESET, SELECT set_config, transactions. They make no object, but the search path
//! and the role they set count for the statements after them.

use super::builder::{Builder, default_path};
use super::cursor::{Cursor, unquote_ident};
use super::fault::Parse;
use super::statement::Readers;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::model::SearchPath;
use std::sync::Arc;

pub(super) const READERS: Readers = &[
    ("set", set),
    ("reset", reset),
    ("select", select),
    ("discard", reset),
    ("commit", end_of_transaction),
    ("rollback", end_of_transaction),
    ("abort", end_of_transaction),
    ("end", end_of_transaction),
];

/// Functions that a SELECT may call without anything to tell: they change no schema.
const HARMLESS: &[&str] = &[
    "setval",
    "set_config",
    "nextval",
    "currval",
    "lastval",
    "version",
    "now",
    "current_setting",
    "count",
    "lo_create",
    "lo_unlink",
];

fn set(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if cursor.at_kws("session authorization") || cursor.at_kws("session session authorization") {
        cursor.eat("session session");
        cursor.eat("session");
        cursor.bump();
        return role(cursor, builder);
    }
    let local = cursor.eat("local");
    cursor.eat("session");
    if cursor.eat("role") {
        return role(cursor, builder);
    }
    if cursor.eat("schema") {
        let path = vec![cursor.string()?];
        set_path(builder, path, local);
        return Ok(());
    }
    if let Some(setting) = cursor.eat_any(&["default_tablespace", "default_table_access_method"]) {
        cursor.bump();
        let value = if cursor.at_string() { cursor.string()? } else { cursor.ident()? };
        let value = Some(value).filter(|value| !matches!(value.as_str(), "" | "default" | "heap"));
        match setting {
            "default_tablespace" => builder.home.tablespace = value,
            _ => builder.home.access_method = value,
        }
        return Ok(());
    }
    if !cursor.eat("search_path") {
        builder.pass_over("SET");
        return Ok(());
    }
    if !cursor.eat_punct("=") {
        cursor.expect("to")?;
    }
    if cursor.eat("default") {
        builder.path = default_path();
        return Ok(());
    }
    let path = cursor.commas(|cursor| if cursor.at_string() { cursor.string() } else { cursor.ident() })?;
    set_path(builder, path, local);
    Ok(())
}

/// `SET ROLE name | NONE`, `SET SESSION AUTHORIZATION name | DEFAULT`.
fn role(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    builder.role = match cursor.eat("none") || cursor.eat("default") {
        true => None,
        false if cursor.at_string() => Some(cursor.string()?),
        false => Some(cursor.ident()?),
    };
    Ok(())
}

fn set_path(builder: &mut Builder, schemas: Vec<String>, local: bool) {
    if local && builder.path_outside.is_none() {
        builder.path_outside = Some(builder.path.clone());
    }
    builder.path = search_path(schemas);
}

/// A search path without what is searched anyway (`pg_catalog`) or names nothing that a source could know (`$user`).
pub(super) fn search_path(schemas: Vec<String>) -> SearchPath {
    let known = |schema: &String| !matches!(schema.as_str(), "$user" | "pg_catalog" | "pg_temp" | "");
    Arc::new(schemas.into_iter().filter(known).collect())
}

fn reset(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let all = cursor.eat("all");
    if all {
        builder.home = Default::default();
    }
    if all || cursor.eat("search_path") {
        builder.path = default_path();
    }
    if all || cursor.eat("role") || cursor.eat("session authorization") {
        builder.role = None;
    }
    Ok(())
}

/// `SET LOCAL` lasts until here.
fn end_of_transaction(_: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    builder.pass_over("end of a transaction");
    if let Some(path) = builder.path_outside.take() {
        builder.path = path;
    }
    Ok(())
}

/// A query changes no schema unless it calls a function that does: `SELECT create_hypertable(...)`.
fn select(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let start = *cursor;
    let mut ahead = *cursor;
    ahead.text_until(|cursor| cursor.peek_kw(0, "into"));
    if !ahead.is_end() {
        return super::table::select_into(cursor, builder);
    }
    let name = cursor.name().ok().filter(|_| cursor.eat_punct("("));
    let Some(name) = name else {
        builder.pass_over("SELECT");
        return Ok(());
    };
    if name.name == "set_config" {
        return set_config(cursor, builder);
    }
    let built_in = name.schema.as_deref() == Some("pg_catalog") || HARMLESS.contains(&name.name.as_str());
    if !built_in {
        let message = format!("SELECT {}() may change the schema: left out", name.display());
        builder.diagnostics.push(Diagnostic::warning("data-statement", message, start.statement_span()));
    } else {
        builder.pass_over(&format!("SELECT {}()", name.name));
    }
    Ok(())
}

/// `set_config('search_path', 'a, b', false)`, as pg_dump writes it.
fn set_config(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if !cursor.at_string() || cursor.string()? != "search_path" {
        return Ok(());
    }
    cursor.expect_punct(",")?;
    if !cursor.at_string() {
        return Ok(());
    }
    let value = cursor.string()?;
    let local = cursor.eat_punct(",") && (cursor.at_kws("true") || cursor.peek_text(0) == "'t'");
    set_path(builder, names_in(&value), local);
    Ok(())
}

/// The names in a setting's value: `"$user", public`.
pub(super) fn names_in(value: &str) -> Vec<String> {
    (tokens(value).iter())
        .filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted))
        .map(|token| unquote_ident(token.text(value)))
        .collect()
}
