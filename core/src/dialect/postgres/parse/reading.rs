//! Which relations a query reads, which functions a text calls, which words it says: on its tokens. What a text means is
//! `canon/`'s business.

use super::cursor::unquote_ident;
use crate::dialect::postgres::lex::{Token, TokenKind, tokens};
use crate::model::{ObjectId, Schema, SqlText};

/// Words after which no relation is named until the next FROM or JOIN.
const AFTER_FROM: &[&str] = &[
    "where",
    "group",
    "order",
    "having",
    "limit",
    "union",
    "intersect",
    "except",
    "select",
    "set",
    "values",
    "returning",
    "window",
    "offset",
    "fetch",
    "for",
];

/// Whether a query names a relation where it reads or changes one.
pub(super) fn reads(schema: &Schema, text: &SqlText, relation: &ObjectId) -> bool {
    let is = |parts: &[String]| match parts {
        [namespace, name] => *namespace == relation.schema && *name == relation.name,
        [name] if *name == relation.name => {
            let public = "public".to_owned();
            let mut path = text.path.iter().chain([&public]);
            path.find(|namespace| schema.relation(namespace, name).is_some()) == Some(&relation.schema)
        }
        _ => false,
    };
    may_hold(&text.text, &relation.name) && relations(&text.text).iter().any(|parts| is(parts))
}

/// Whether a text may hold a name, seen without reading its tokens.
fn may_hold(text: &str, name: &str) -> bool {
    let plain = name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    !plain
        || text.as_bytes().windows(name.len().max(1)).any(|part| part.eq_ignore_ascii_case(name.as_bytes()))
}

/// The names that stand where a query names relations.
fn relations(text: &str) -> Vec<Vec<String>> {
    let tokens = tokens(text);
    let mut out = Vec::new();
    let mut outer = Vec::new();
    let (mut listing, mut wanted) = (false, false);
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let word = token.text(text);
        match word {
            "(" => {
                outer.push(listing);
                listing = wanted;
            }
            ")" => (listing, wanted) = (outer.pop().unwrap_or(false), false),
            "," => wanted = listing,
            _ if token.kind == TokenKind::Word && !after_dot(&tokens, at, text) => {
                match word.to_ascii_lowercase().as_str() {
                    "from" => (listing, wanted) = (true, true),
                    "join" | "update" | "into" => wanted = true,
                    "only" | "lateral" => {}
                    "on" | "using" => wanted = false,
                    other if AFTER_FROM.contains(&other) => (listing, wanted) = (false, false),
                    _ => take(text, &tokens, &mut at, &mut wanted, &mut out),
                }
            }
            _ if token.kind == TokenKind::Quoted => take(text, &tokens, &mut at, &mut wanted, &mut out),
            _ => {}
        }
        at += 1;
    }
    out
}

/// Takes a dotted name, if one is wanted here; `at` is left at its last token.
fn take(text: &str, tokens: &[Token], at: &mut usize, wanted: &mut bool, out: &mut Vec<Vec<String>>) {
    if !std::mem::take(wanted) {
        return;
    }
    let mut parts: Vec<String> = tokens.get(*at).map(|token| name(token, text)).into_iter().collect();
    while tokens.get(*at + 1).is_some_and(|dot| dot.text(text) == ".")
        && let Some(next) = tokens.get(*at + 2)
    {
        parts.push(name(next, text));
        *at += 2;
    }
    out.push(parts);
}

fn after_dot(tokens: &[Token], at: usize, text: &str) -> bool {
    at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|dot| dot.text(text) == ".")
}

fn name(token: &Token, text: &str) -> String {
    match token.kind {
        TokenKind::Quoted => unquote_ident(token.text(text)),
        _ => token.text(text).to_lowercase(),
    }
}

/// Whether a text calls a function of that name.
pub(super) fn calls(text: &SqlText, function: &ObjectId) -> bool {
    let (all, text, path) = (tokens(&text.text), &text.text, &text.path);
    let is = |at: usize, token: &Token| {
        let named =
            matches!(token.kind, TokenKind::Word | TokenKind::Quoted) && name(token, text) == function.name;
        let called = all.get(at + 1).is_some_and(|next| next.text(text) == "(");
        let here = match after_dot(&all, at, text) {
            true => all.get(at.saturating_sub(2)).is_some_and(|token| name(token, text) == function.schema),
            false => path.contains(&function.schema) || function.schema == "public",
        };
        named && called && here
    };
    all.iter().enumerate().any(|(at, token)| is(at, token))
}

/// Whether a text has a word, a quoted name or a constant of that name, or a `*` that may stand for it.
pub(super) fn says(text: &SqlText, word: &str) -> bool {
    let text = &text.text;
    tokens(text).iter().any(|token| match token.kind {
        TokenKind::Word | TokenKind::Quoted => name(token, text) == word,
        TokenKind::String => {
            let inside = token.text(text).trim_matches('\'');
            inside.rsplit('.').next().is_some_and(|last| last.trim_matches('"') == word)
        }
        _ => token.text(text) == "*",
    })
}
