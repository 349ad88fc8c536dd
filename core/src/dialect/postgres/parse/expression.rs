//! Where an expression ends in a statement, and which columns it uses. What it means is `canon/`'s business.

use super::cursor::{Cursor, unquote_ident};
use crate::collections::BTreeSet;
use crate::dialect::postgres::lex::{TokenKind, tokens};

/// Words at which the expression of a column's DEFAULT ends, because `b_expr` of PostgreSQL's grammar cannot go on with them.
const AFTER_DEFAULT: &[&str] = &[
    "not",
    "null",
    "check",
    "primary",
    "unique",
    "references",
    "generated",
    "constraint",
    "collate",
    "deferrable",
    "initially",
    "default",
    "storage",
    "compression",
    "options",
    "enforced",
];

/// The exact text of a column's default.
pub fn default_text<'a>(cursor: &mut Cursor<'a>) -> &'a str {
    let start = cursor.position();
    cursor.text_until(|cursor| {
        if cursor.at_punct(",") {
            return true;
        }
        let previous = if cursor.position() > start { cursor.token_before() } else { None };
        let Some(previous) = previous else { return false };
        let text = previous.text(cursor.text);
        let open = previous.kind == TokenKind::Operator || text == "." || text.eq_ignore_ascii_case("is");
        !open && AFTER_DEFAULT.iter().any(|word| cursor.peek_kw(0, word))
    })
}

/// The exact text of an expression that ends at a comma or with what is around it.
pub fn expression_text<'a>(cursor: &mut Cursor<'a>) -> &'a str {
    cursor.text_until(|cursor| cursor.at_punct(","))
}

/// Which of a table's columns an expression uses, in the order of their names.
pub fn columns_used(text: &str, is_column: impl Fn(&str) -> bool) -> BTreeSet<String> {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |t| t.text(text));
    let mut out = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        if !matches!(token.kind, TokenKind::Word | TokenKind::Quoted) {
            continue;
        }
        let before = if at == 0 { "" } else { word(at - 1) };
        let after = tokens.get(at + 1);
        let called = word(at + 1) == "(";
        let literal = token.kind == TokenKind::Word && after.is_some_and(|t| t.kind == TokenKind::String);
        let ty = before == "::" || before.eq_ignore_ascii_case("collate");
        if called || literal || ty || word(at + 1) == "." {
            continue;
        }
        let name = unquote_ident(token.text(text));
        if is_column(&name) {
            out.insert(name);
        }
    }
    out
}

/// The text without parentheses that stand around the whole of it.
pub fn without_parens(text: &str) -> &str {
    let mut text = text.trim();
    while text.starts_with('(') && text.ends_with(')') {
        let tokens = tokens(text);
        let mut depth = 0;
        let closes = tokens.iter().position(|token| {
            depth += match token.text(text) {
                "(" => 1,
                ")" => -1,
                _ => 0,
            };
            depth == 0
        });
        if closes != Some(tokens.len() - 1) {
            break;
        }
        text = text[1..text.len() - 1].trim();
    }
    text
}

/// The one identifier that a text consists of.
pub fn single_ident(text: &str) -> Option<String> {
    match tokens(text).as_slice() {
        [token] if matches!(token.kind, TokenKind::Word | TokenKind::Quoted) => {
            Some(unquote_ident(text.trim()))
        }
        _ => None,
    }
}

/// Whether two texts have the same tokens, blanks, case of words and parentheses around the whole aside.
pub fn same_tokens(a: &str, b: &str) -> bool {
    let (a, b) = (without_parens(a), without_parens(b));
    if a == b {
        return true;
    }
    let fold = |text: &str| -> Vec<String> {
        tokens(text)
            .iter()
            .map(|t| match t.kind {
                TokenKind::Word => t.text(text).to_ascii_lowercase(),
                _ => t.text(text).to_owned(),
            })
            .collect()
    };
    fold(a) == fold(b)
}
