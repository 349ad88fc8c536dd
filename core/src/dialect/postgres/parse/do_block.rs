//! `DO` blocks that make what is missing: `IF NOT EXISTS (...) THEN CREATE ...; END IF;` and
//! `BEGIN CREATE ...; EXCEPTION WHEN duplicate_object THEN NULL; END`. A declared schema has what they make.
//!
//! Anything else a block may do is not guessed at: such a block is left out with a warning.

use super::builder::Builder;
use super::cursor::{Cursor, dollar_tag};
use super::fault::{Fault, Parse};
use super::statement::{Readers, statement};
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::lex::{Lexer, Token};

pub(super) const READERS: Readers = &[("do", block)];

fn block(cursor: &mut Cursor<'_>, builder: &mut Builder) -> Parse {
    let whole = cursor.statement_span();
    let tokens = body(cursor);
    let found = tokens.as_deref().and_then(|tokens| statements(cursor.text, tokens));
    let Some(found) = found.filter(|found| !found.is_empty()) else {
        let message = "DO runs code, which may change anything: left out";
        builder.diagnostics.push(
            Diagnostic::warning("data-statement", message, whole)
                .help("write what it creates as plain CREATE statements"),
        );
        return Ok(());
    };
    for tokens in found {
        let mut inner = Cursor::new(cursor.text, cursor.source, tokens);
        match statement(&mut inner, builder) {
            Err(Fault::Bad(diagnostic)) if diagnostic.code == "duplicate-object" => {}
            taken => taken?,
        }
    }
    Ok(())
}

/// The tokens of the block's dollar-quoted body; `None` for another language or another way of quoting.
fn body(cursor: &mut Cursor<'_>) -> Option<Vec<Token>> {
    let mut body = None;
    while let Some(token) = cursor.token() {
        let text = token.text(cursor.text);
        if cursor.eat("language") {
            let language = cursor.option_value().ok()?;
            if !language.eq_ignore_ascii_case("plpgsql") {
                return None;
            }
            continue;
        }
        let tag = dollar_tag(text)?;
        body = Some((token.start as usize + tag, token.end as usize - tag));
        cursor.bump();
    }
    let (start, end) = body?;
    Some(Lexer::at(cursor.text.get(..end)?, start).collect())
}

/// The CREATE, ALTER and DROP statements of a body that does nothing else but ask whether they are needed.
fn statements<'t>(text: &str, tokens: &'t [Token]) -> Option<Vec<&'t [Token]>> {
    let mut found = Vec::new();
    for part in tokens.split(|token| token.text(text) == ";") {
        let part = after_control(text, part)?;
        let first = part.first().map_or("", |token| token.text(text));
        match first.to_ascii_lowercase().as_str() {
            "create" | "alter" | "comment" | "grant" | "drop" => found.push(part),
            "" | "null" | "end" | "raise" => {}
            _ => return None,
        }
    }
    Some(found)
}

/// What is left of a statement after the PL/pgSQL words that may stand before it.
fn after_control<'t>(text: &str, mut part: &'t [Token]) -> Option<&'t [Token]> {
    let is =
        |token: Option<&Token>, word: &str| token.is_some_and(|t| t.text(text).eq_ignore_ascii_case(word));
    loop {
        let conditional =
            is(part.first(), "if") && is(part.get(1).filter(|t| t.text(text) != "(").or(part.get(2)), "not");
        if is(part.first(), "begin") {
            part = &part[1..];
        } else if conditional || is(part.first(), "exception") || is(part.first(), "when") {
            let then = part.iter().position(|token| is(Some(token), "then"))?;
            part = &part[then + 1..];
        } else {
            return Some(part);
        }
    }
}
