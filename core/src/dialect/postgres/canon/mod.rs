//! One form for what PostgreSQL says in two ways: the text a person wrote and the text the catalog gives back.
//!
//! Text → tokens (`lex`) → raw tree (`raw`, by `parse`) → typed tree (`ir`, by `elab`) → text (`print`). Elaboration does
//! what PostgreSQL's parser does: it resolves names along the search path, picks operators and functions by its rules
//! and puts in the conversions it would; printing does what `ruleutils.c` does. So [`expression`] gives both texts the
//! same canonical form, and [`compare`] answers Same, Different, or Undecided where a type is not known here.
//!
//! In canonical text every user's object is named with its schema and no built-in one is, whatever the search path.
//! Where PostgreSQL's own output changes when it is read again, the form after that is the canonical one: a cast of
//! `ARRAY[...]` stands at its elements, and AND inside the first operand of AND is flat.
//!
//! Not here: statements (`parse/` beside this folder), and which text of a schema is compared with which.

// `to_...` and `from_...` are named after PostgreSQL's conversions and its FROM.
#![allow(clippy::wrong_self_convention)]

pub mod bound;
pub mod builtin;
pub mod catalog;
mod elab;
pub mod escapes;
pub mod ir;
pub mod ir_statement;
pub mod lex;
mod literal;
mod model_type;
mod parse;
mod print;
pub mod raw;
pub mod raw_statement;
pub mod registry;
pub mod schema;
pub mod scope;
pub mod types;

pub use catalog::Catalog;
pub use elab::{Context, Elab, Visible};

use crate::model::ColumnType;

/// A text in its canonical form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Canonical {
    /// The canonical text: valid SQL where the written text was.
    pub text: String,
    /// The same with casts and schemas left out: what cannot be doubted even when types are not known.
    pub loose: String,
    /// What could not be found out, if anything.
    pub undecided: Vec<String>,
    /// A column that it names and nothing that it can see has.
    pub missing: Option<String>,
}

/// Whether two texts say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// PostgreSQL would store the same.
    Same,
    /// It would not.
    Different,
    /// Cannot be told here, and why.
    Undecided(String),
}

/// The canonical form of an expression. What the grammar cannot read is given back token by token.
pub fn expression(text: &str, cx: &Context<'_>) -> Canonical {
    let tokens = match lex::tokens(text) {
        Ok(tokens) => tokens,
        Err(at) => return verbatim(text, format!("cannot be read at byte {at}")),
    };
    let mut parser = parse::Parser::new(text, &tokens);
    let raw = parser.expr().and_then(|raw| parser.finish(raw));
    let raw = match raw {
        Ok(raw) => raw,
        Err(fail) => return by_tokens(&tokens, format!("cannot be read at byte {}: {}", fail.at, fail.why)),
    };
    let mut elab = Elab::new(cx);
    match elab.top(&raw) {
        Ok(node) => print::canonical(&node, elab),
        Err(why) => by_tokens(&tokens, why),
    }
}

/// The canonical form of a view's query; `columns` are the names the view gives them. Also whether it took them in.
pub fn query(text: &str, cx: &Context<'_>, columns: &[String]) -> (Canonical, bool) {
    let tokens = match lex::tokens(text) {
        Ok(tokens) => tokens,
        Err(at) => return (verbatim(text, format!("cannot be read at byte {at}")), false),
    };
    match elaborated(text, &tokens, cx, columns) {
        Ok((query, elab)) => (print::canonical_query(&query, elab), true),
        Err(why) => (by_tokens(&tokens, why), false),
    }
}

/// What comes out of a view's query.
#[derive(Clone, Debug, Default)]
pub struct Outcome {
    /// Its columns with their types.
    pub columns: Vec<(String, ColumnType)>,
    /// The first column that it names and nothing in sight has.
    pub missing: Option<String>,
}

/// What comes out of a view's query; `None` where it cannot be known.
pub fn query_outcome(text: &str, cx: &Context<'_>, columns: &[String]) -> Option<Outcome> {
    let tokens = lex::tokens(text).ok()?;
    let (query, elab) = elaborated(text, &tokens, cx, columns).ok()?;
    let columns =
        query.columns.iter().map(|(name, ty, typmod)| (name.clone(), elab.types.model(*ty, *typmod)));
    Some(Outcome { columns: columns.collect(), missing: elab.missing })
}

/// A view's query, elaborated, its columns under the names the view gives them.
fn elaborated<'a>(
    text: &str,
    tokens: &[lex::Token<'_>],
    cx: &Context<'a>,
    columns: &[String],
) -> Result<(ir::Query, Elab<'a>), String> {
    let mut parser = parse::Parser::new(text, tokens);
    let raw = parser.query().and_then(|raw| parser.finish(raw));
    let raw = raw.map_err(|fail| format!("cannot be read at byte {}: {}", fail.at, fail.why))?;
    let mut elab = Elab::new(cx);
    let mut query = elab.query(&raw)?;
    elab::rename(&mut query, columns);
    Ok((query, elab))
}

/// The canonical form of a statement of a rule or a function's body.
pub fn statement(text: &str, cx: &Context<'_>) -> Canonical {
    let tokens = match lex::tokens(text) {
        Ok(tokens) => tokens,
        Err(at) => return verbatim(text, format!("cannot be read at byte {at}")),
    };
    let mut parser = parse::Parser::new(text, &tokens);
    let raw = match parser.statement().and_then(|raw| parser.finish(raw)) {
        Ok(raw) => raw,
        Err(fail) => return by_tokens(&tokens, format!("cannot be read at byte {}: {}", fail.at, fail.why)),
    };
    let mut elab = Elab::new(cx);
    match elab.statement(&raw) {
        Ok(statement) => print::canonical_statement(&statement, elab),
        Err(why) => by_tokens(&tokens, why),
    }
}

/// The type of an expression, as far as it can be known.
pub fn expression_type(text: &str, cx: &Context<'_>) -> Option<ColumnType> {
    let tokens = lex::tokens(text).ok()?;
    let mut parser = parse::Parser::new(text, &tokens);
    let raw = parser.expr().and_then(|raw| parser.finish(raw)).ok()?;
    let mut elab = Elab::new(cx);
    let node = elab.top(&raw).ok()?;
    Some(elab.types.model(node.ty, node.typmod)).filter(|ty| !ty.name.is_empty())
}

/// Compares two canonical forms.
pub fn compare(a: &Canonical, b: &Canonical) -> Answer {
    if a.text == b.text {
        return Answer::Same;
    }
    match a.undecided.first().or(b.undecided.first()) {
        Some(why) if alike(&a.loose, &b.loose) => Answer::Undecided(why.clone()),
        _ => Answer::Different,
    }
}

/// Before a literal in a loose text.
const LITERAL: char = '\u{11}';
/// Before a literal whose output form depends on a type: it may be the same as any other.
const FREE_LITERAL: char = '\u{12}';
/// After a literal.
const LITERAL_END: char = '\u{13}';

/// Whether two loose texts may mean the same: alike but for literals that are not known exactly. A text that could not
/// be read has no loose form and may mean anything.
fn alike(a: &str, b: &str) -> bool {
    if a == b || a.is_empty() || b.is_empty() {
        return true;
    }
    let marks = [LITERAL, FREE_LITERAL];
    let (mut a, mut b) = (a.split_inclusive(LITERAL_END), b.split_inclusive(LITERAL_END));
    loop {
        let (Some(one), Some(other)) = (a.next(), b.next()) else {
            return a.next().is_none() && b.next().is_none();
        };
        let (Some(at), Some(there)) = (one.find(marks), other.find(marks)) else {
            if one == other {
                continue;
            }
            return false;
        };
        let ((before, literal), (before_other, other)) = (one.split_at(at), other.split_at(there));
        let free = literal.starts_with(FREE_LITERAL) || other.starts_with(FREE_LITERAL);
        if before != before_other || !(free || literal == other) {
            return false;
        }
    }
}

fn verbatim(text: &str, why: String) -> Canonical {
    Canonical { text: text.trim().to_string(), undecided: vec![why], ..Canonical::default() }
}

/// Tokens with single blanks between them: comments, white space and the case of words do not count.
fn by_tokens(tokens: &[lex::Token<'_>], why: String) -> Canonical {
    let mut text = String::new();
    for token in tokens {
        if !text.is_empty() && token.kind != lex::Kind::End {
            text.push(' ');
        }
        match token.kind {
            lex::Kind::Str => escapes::push_literal(&mut text, &token.text),
            lex::Kind::Quoted => escapes::push_ident(&mut text, &token.text),
            lex::Kind::Bits => {
                let (sort, digits) = token.text.split_at_checked(1).unwrap_or(("b", ""));
                text.push_str(sort);
                escapes::push_literal(&mut text, digits);
            }
            lex::Kind::Param => {
                text.push('$');
                text.push_str(&token.text);
            }
            _ => text.push_str(&token.text),
        }
    }
    // Nothing is known of its structure, so any two such texts may or may not be alike.
    Canonical { text, undecided: vec![why], ..Canonical::default() }
}

/// A type's canonical text with its schema found along the path: for casts, arguments, columns.
pub fn resolved_type(ty: &ColumnType, catalog: &dyn Catalog, path: &[String]) -> String {
    let mut registry = registry::Registry::new(catalog, path);
    let (id, typmod) = registry.column_type(ty);
    let mut out = String::new();
    registry.push(&mut out, id, typmod);
    out
}

#[cfg(test)]
mod tests;
