//! Bounds of partitions: `FOR VALUES ...` in one spelling. Which constants they hold is seen by their tokens; a constant
//! takes the form its key's type prints.

use super::lex::{self, Kind};
use super::{Context, catalog, escapes, expression};
use crate::model::ColumnType;

/// A bound in canonical form; `types` are those of the key's columns, as far as they are known.
pub fn canonical(text: &str, types: &[Option<ColumnType>]) -> String {
    let Ok(tokens) = lex::tokens(text) else { return text.trim().to_owned() };
    let mut out = String::new();
    let mut at = 0;
    let mut depth = 0usize;
    let mut place = 0;
    while let Some(token) = tokens.get(at).filter(|token| token.kind != Kind::End) {
        match token.text.as_ref() {
            "(" if token.kind == Kind::Punct && depth == 0 => {
                (depth, place) = (1, 0);
                blank(&mut out);
                out.push('(');
                at += 1;
            }
            ")" if token.kind == Kind::Punct && depth == 1 => {
                depth = 0;
                out.push(')');
                at += 1;
            }
            "," if token.kind == Kind::Punct => {
                out.push_str(", ");
                place += 1;
                at += 1;
            }
            _ if depth == 0 => {
                blank(&mut out);
                out.push_str(&token.text.to_ascii_uppercase());
                at += 1;
            }
            word if matches!(word, "modulus" | "remainder") && token.kind == Kind::Word => {
                let number = tokens.get(at + 1).map_or("", |token| token.text.as_ref());
                out.push_str(&format!("{word} {number}"));
                at += 2;
            }
            _ => {
                let end = value_end(&tokens, at);
                let last = tokens.get(end.saturating_sub(1)).map_or(token.end, |last| last.end);
                let value = text.get(token.start..last).unwrap_or_default();
                // Of a list every value is one of the one key; of a range each has its own.
                let ranged = out.contains("FROM");
                let ty = types.get(if ranged { place } else { 0 }).and_then(Option::as_ref);
                out.push_str(&constant(value, ty));
                at = end;
            }
        }
    }
    out
}

fn blank(out: &mut String) {
    if !out.is_empty() {
        out.push(' ');
    }
}

/// Where a value ends: at the comma or parenthesis of its own depth.
fn value_end(tokens: &[lex::Token<'_>], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match (token.kind, token.text.as_ref()) {
            (Kind::End, _) => return at,
            (Kind::Punct, "(" | "[") => depth += 1,
            (Kind::Punct, ")" | ",") if depth == 0 => return at,
            (Kind::Punct, ")" | "]") => depth -= 1,
            _ => {}
        }
    }
    tokens.len()
}

/// A constant as PostgreSQL prints it in a bound: without its type, strings quoted, numbers and booleans bare.
fn constant(written: &str, ty: Option<&ColumnType>) -> String {
    let lower = written.trim().to_ascii_lowercase();
    if matches!(lower.as_str(), "minvalue" | "maxvalue" | "null") {
        return lower.to_ascii_uppercase();
    }
    let context = Context { target: ty, ..Context::new(&catalog::Empty, &[]) };
    let canonical = expression(written, &context).text;
    let inner = unwrapped(&canonical);
    let digits = inner.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(inner);
    let number = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'.'));
    let numeric = ty.is_some_and(|ty| {
        ty.schema.is_empty()
            && matches!(
                ty.name.as_str(),
                "integer" | "bigint" | "smallint" | "numeric" | "real" | "double precision"
            )
    });
    if numeric && number {
        return digits.to_owned();
    }
    match ty {
        Some(ty) if ty.schema.is_empty() && ty.name == "boolean" => digits.to_owned(),
        Some(_) if number && !inner.starts_with('\'') => {
            let mut out = String::new();
            escapes::push_literal(&mut out, digits);
            out
        }
        _ => inner.to_owned(),
    }
}

/// The constant inside of casts and parentheses.
fn unwrapped(text: &str) -> &str {
    let mut text = text.trim();
    loop {
        let before = text;
        let outside = text.rfind('\'').map_or(0, |at| at + 1);
        if let Some(at) = text.get(outside..).and_then(|tail| tail.rfind("::")) {
            text = text.get(..outside + at).unwrap_or(text).trim();
        }
        if let Some(inner) = text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')) {
            text = inner.trim();
        }
        if text == before {
            return text;
        }
    }
}
