//! Which statement it is, and who reads it. Statements that change no schema are passed over by name.

use super::builder::Builder;
use super::cursor::Cursor;
use super::fault::{Fault, Parse};
use super::{
    aggregate, cluster, collation, comment, default_privileges, do_block, domain, drop, event_trigger,
    extension, foreign, grant, index, language, namespace, operator, operator_class, owner, policy,
    publication, role, routine, rule, sequence, session, statistics, table, temporary, text_search, trigger,
    user_type, view,
};
use crate::diagnostic::Diagnostic;

/// Takes in one statement of which the words it is listed under were eaten.
pub(super) type Reader = fn(&mut Cursor<'_>, &mut Builder) -> Parse;

/// Statements by their first words, the longest first where one begins like another.
pub(super) type Readers = &'static [(&'static str, Reader)];

/// The readers of each kind, from its own file.
const READERS: &[Readers] = &[
    table::CREATE,
    table::ALTER,
    index::READERS,
    sequence::READERS,
    session::READERS,
    foreign::READERS,
    cluster::READERS,
    role::READERS,
    extension::READERS,
    namespace::READERS,
    comment::READERS,
    grant::READERS,
    default_privileges::READERS,
    drop::READERS,
    collation::READERS,
    language::READERS,
    event_trigger::READERS,
    statistics::READERS,
    operator_class::READERS,
    operator::READERS,
    publication::READERS,
    text_search::READERS,
    user_type::READERS,
    domain::READERS,
    view::READERS,
    routine::READERS,
    aggregate::READERS,
    trigger::READERS,
    rule::READERS,
    policy::READERS,
    do_block::READERS,
];

/// Words that begin statements which change no schema.
const PASSED_OVER: &[&str] = &[
    "analyze",
    "begin",
    "checkpoint",
    "close",
    "copy",
    "deallocate",
    "declare",
    "execute",
    "explain",
    "fetch",
    "insert",
    "listen",
    "load",
    "lock",
    "move",
    "notify",
    "prepare",
    "release",
    "savepoint",
    "show",
    "start transaction",
    "unlisten",
    "vacuum",
    "values",
    "with",
    "table",
    "alter large object",
    "refresh",
    "reindex",
];

/// Words that begin statements which change data: they are left out with a warning.
const DATA: &[&str] = &["update", "delete", "merge", "truncate", "call"];

/// Words of an ALTER that may set a name free: something goes, or goes by another name.
const FREES: &[&str] = &["attach", "detach", "drop", "inherit", "of", "rename", "schema", "using"];

fn frees_names(cursor: &Cursor<'_>) -> bool {
    let frees = |at: usize| FREES.iter().any(|word| cursor.peek_kw(at, word));
    let mut words = (0..).take_while(|at| cursor.token_at(*at).is_some());
    match cursor.peek_kw(0, "alter") {
        true => words.any(frees),
        false => !cursor.peek_kw(0, "create"),
    }
}

/// Takes in one statement.
pub(super) fn statement(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    if frees_names(cursor) {
        builder.links.tried.borrow_mut().clear();
    }
    if temporary::skip(cursor, builder) {
        return Ok(());
    }
    if let Some(taken) = owner::alter(cursor, builder) {
        return taken;
    }
    for (words, reader) in READERS.iter().copied().flatten() {
        if cursor.eat(words) {
            return reader(cursor, builder);
        }
    }
    if let Some(words) = PASSED_OVER.iter().find(|words| cursor.at_kws(words)) {
        builder.pass_over(&words.to_uppercase());
        return Ok(());
    }
    let span = cursor.statement_span();
    if let Some(words) = DATA.iter().find(|words| cursor.at_kws(words)) {
        let message = format!("{} changes data, not the schema: left out", words.to_uppercase());
        builder.diagnostics.push(Diagnostic::warning("data-statement", message, span));
        return Ok(());
    }
    Err(Fault::Bad(Box::new(
        Diagnostic::error("unsupported-statement", "this statement is not understood", cursor.span())
            .help("`--unsupported warn` goes on without it"),
    )))
}
