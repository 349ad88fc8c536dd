//! Statements about the whole cluster or another database: databases, tablespaces, settings of the server. They are no
//! part of a schema: recognised by name and passed over, with a warning where somebody could miss them. Roles: `role`.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::Parse;
use super::statement::Readers;
use crate::diagnostic::Diagnostic;

pub(super) const READERS: Readers = &[
    // pg_dump --create writes these around the schema itself.
    ("create database", |_, builder| silent(builder, "CREATE DATABASE")),
    ("drop database", |_, builder| silent(builder, "DROP DATABASE")),
    ("alter database", |_, builder| silent(builder, "ALTER DATABASE")),
    ("comment on database", |_, builder| silent(builder, "COMMENT ON DATABASE")),
    ("create tablespace", told),
    ("alter system", told),
    ("alter tablespace", told),
    ("drop tablespace", told),
    ("comment on tablespace", told),
];

fn silent(builder: &mut Builder, words: &str) -> Parse {
    builder.pass_over(words);
    Ok(())
}

fn told(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    pass_over(cursor, builder);
    Ok(())
}

/// Passes over a statement that is about the cluster.
pub(super) fn pass_over(cursor: &Cursor<'_>, builder: &mut Builder) {
    let span = cursor.statement_span();
    let words = cursor.first_words(2).to_uppercase();
    let message = format!("{words} is about the whole cluster, not about a schema: left out");
    builder.diagnostics.push(Diagnostic::warning("cluster-statement", message, span));
}
