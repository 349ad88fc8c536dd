//! The names that PostgreSQL gives to what nobody named, by its own rule: makeObjectName, ChooseRelationName,
//! ChooseConstraintName, ChooseIndexName and ChooseIndexColumnNames of its source. What an expression is called is
//! FigureIndexColname's rule, read off the tokens here.

use super::builder::Builder;
use super::cursor::unquote_ident;
use crate::collections::BTreeMap;
use crate::dialect::postgres::lex::{Token, TokenKind, tokens};
use crate::model::{IndexElement, IndexKey, QualifiedName};
use std::cell::RefCell;

/// One less than NAMEDATALEN.
pub const MAX_NAME: usize = 63;

/// A name cut at a character, as `pg_mbcliplen` does.
pub fn clip(name: &str, most: usize) -> &str {
    let mut end = name.len().min(most);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    &name[..end]
}

/// `table_column_label`, the longer of the first two cut until it fits.
pub fn make_object_name(first: &str, second: &str, label: &str) -> String {
    let mut overhead = 0;
    if !second.is_empty() {
        overhead += 1;
    }
    if !label.is_empty() {
        overhead += label.len() + 1;
    }
    let room = MAX_NAME.saturating_sub(overhead);
    let (mut a, mut b) = (first.len(), second.len());
    while a + b > room {
        if a > b {
            a -= 1;
        } else {
            b -= 1;
        }
    }
    let mut name = clip(first, a).to_owned();
    for part in [clip(second, b), label] {
        if !part.is_empty() {
            name.push('_');
            name.push_str(part);
        }
    }
    name
}

/// How far the numbers behind a name have been tried, so that the thousandth check of a table does not try them all
/// again: by schema, name without a number, and what the name must not be.
pub type Tried = RefCell<BTreeMap<(String, String, Spaces), u32>>;

/// In which spaces a name must be free.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spaces {
    /// Relations.
    Relations,
    /// Constraints.
    Constraints,
    /// Both.
    Both,
}

/// Names joined by `_`, no further than a name can be long.
pub fn name_addition(columns: &[String]) -> String {
    let mut out = String::new();
    for column in columns {
        if !out.is_empty() {
            out.push('_');
        }
        out.push_str(column);
        if out.len() > MAX_NAME {
            break;
        }
    }
    out
}

impl Builder {
    /// `label`, `label1`, `label2`, ... until the name is free.
    fn choose(&self, first: &str, second: &str, label: &str, schema: &str, spaces: Spaces) -> String {
        let taken = |name: &str| {
            spaces != Spaces::Constraints && self.relation_taken(schema, name)
                || spaces != Spaces::Relations && self.constraint_taken(schema, name)
        };
        let plain = make_object_name(first, second, label);
        if !taken(&plain) {
            return plain;
        }
        let mut tried = self.links.tried.borrow_mut();
        let pass = tried.entry((schema.to_owned(), plain, spaces)).or_insert(1);
        loop {
            let name = make_object_name(first, second, &format!("{label}{pass}"));
            if !taken(&name) {
                return name;
            }
            *pass += 1;
        }
    }

    /// A free name for a relation; for a constraint's index no constraint may have it either.
    pub fn choose_relation_name(
        &self,
        first: &str,
        second: &str,
        label: &str,
        schema: &str,
        constraint: bool,
    ) -> String {
        let spaces = if constraint { Spaces::Both } else { Spaces::Relations };
        self.choose(first, second, label, schema, spaces)
    }

    /// A name that no constraint in the schema has.
    pub fn choose_constraint_name(&self, first: &str, second: &str, label: &str, schema: &str) -> String {
        self.choose(first, second, label, schema, Spaces::Constraints)
    }

    /// Whether a constraint of some table in the schema has this name.
    pub fn constraint_taken(&self, schema: &str, name: &str) -> bool {
        self.links.constraint_names.get(&QualifiedName::new(schema, name)).is_some_and(|count| *count > 0)
    }

    /// The name of an index that nobody named; `label` is `pkey`, `key`, `excl` or `idx`.
    pub fn choose_index_name(&self, table: &QualifiedName, columns: &[String], label: &str) -> String {
        let addition = if label == "pkey" { String::new() } else { name_addition(columns) };
        self.choose_relation_name(&table.name, &addition, label, &table.schema, label != "idx")
    }
}

/// The names of an index's columns, each once.
pub fn index_column_names(elements: &[IndexElement], include: &[String]) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let keys = elements.iter().map(|element| match &element.key {
        IndexKey::Column(name) => name.clone(),
        IndexKey::Expression(text) => expression_name(&text.text),
    });
    for original in keys.chain(include.iter().cloned()) {
        let mut name = original.clone();
        let mut pass = 0;
        while out.contains(&name) {
            pass += 1;
            let number = pass.to_string();
            name = format!("{}{number}", clip(&original, MAX_NAME - number.len()));
        }
        out.push(name);
    }
    out
}

/// What an index calls an expression.
pub fn expression_name(text: &str) -> String {
    let tokens = tokens(text);
    figure(text, &tokens, NESTED).map_or_else(|| "expr".to_owned(), |(name, _)| name)
}

/// How far a name is looked for inside an expression.
const NESTED: u32 = 100;

/// A name for an expression, and whether it is a strong one (a type's name is weak).
fn figure(text: &str, tokens: &[Token], depth: u32) -> Option<(String, bool)> {
    let depth = depth.checked_sub(1)?;
    let word = |index: usize| tokens.get(index).map_or("", |token: &Token| token.text(text));
    let is_kw = |index: usize, keyword: &str| {
        tokens.get(index).is_some_and(|t| t.kind == TokenKind::Word)
            && word(index).eq_ignore_ascii_case(keyword)
    };
    if let Some(at) = last_outside(text, tokens, |t| matches!(t.text(text), "::")) {
        return match figure(text, &tokens[..at], depth) {
            Some((name, true)) => Some((name, true)),
            _ => Some((type_word(text, &tokens[at + 1..]), false)),
        };
    }
    if let Some(at) = last_outside(text, tokens, |t| {
        t.kind == TokenKind::Word && t.text(text).eq_ignore_ascii_case("collate")
    }) {
        return figure(text, &tokens[..at], depth);
    }
    if word(0) == "(" && closing(text, tokens, 0) == Some(tokens.len() - 1) {
        return figure(text, &tokens[1..tokens.len() - 1], depth);
    }
    if is_kw(0, "case") {
        return Some(("case".into(), false));
    }
    if is_kw(0, "array") && matches!(word(1), "[" | "(") {
        return Some(("array".into(), true));
    }
    let first = tokens.first().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Quoted))?;
    if is_kw(0, "not") || is_kw(0, "true") || is_kw(0, "false") || is_kw(0, "null") {
        return None;
    }
    if is_kw(0, "cast") && word(1) == "(" && closing(text, tokens, 1) == Some(tokens.len() - 1) {
        let inner = &tokens[2..tokens.len() - 1];
        let at = last_outside(text, inner, |t| t.text(text).eq_ignore_ascii_case("as"))?;
        return match figure(text, &inner[..at], depth) {
            Some((name, true)) => Some((name, true)),
            _ => Some((type_word(text, &inner[at + 1..]), false)),
        };
    }
    let mut last = *first;
    let mut at = 1;
    while word(at) == "." && tokens.len() > at + 1 {
        last = tokens[at + 1];
        at += 2;
    }
    let name = unquote_ident(last.text(text));
    if at == tokens.len() {
        return Some((name, true));
    }
    if word(at) == "(" && closing(text, tokens, at) == Some(tokens.len() - 1) {
        let name = match name.as_str() {
            "trim" if is_kw(at + 1, "leading") => "ltrim".to_owned(),
            "trim" if is_kw(at + 1, "trailing") => "rtrim".to_owned(),
            "trim" => "btrim".to_owned(),
            _ => name,
        };
        return Some((name, true));
    }
    let zone = last_outside(text, tokens, |t| t.text(text).eq_ignore_ascii_case("zone"))?;
    let plain = tokens.iter().all(|t| t.kind != TokenKind::Operator);
    (plain && is_kw(zone - 1, "time")).then(|| ("timezone".into(), true))
}

/// The last token outside brackets and CASE for which `is` holds.
fn last_outside(text: &str, tokens: &[Token], is: impl Fn(&Token) -> bool) -> Option<usize> {
    let (mut depth, mut found, mut operator_after) = (0, None, false);
    for (at, token) in tokens.iter().enumerate() {
        match token.text(text) {
            "(" | "[" => depth += 1,
            ")" | "]" => depth -= 1,
            t if t.eq_ignore_ascii_case("case") => depth += 1,
            t if t.eq_ignore_ascii_case("end") => depth -= 1,
            _ if depth == 0 && is(token) => {
                found = Some(at);
                operator_after = false;
                continue;
            }
            _ => {}
        }
        let binary = token.kind == TokenKind::Operator
            || token.kind == TokenKind::Word
                && ["and", "or", "is", "in", "like", "ilike", "between"]
                    .iter()
                    .any(|word| token.text(text).eq_ignore_ascii_case(word));
        operator_after |= depth == 0 && binary;
        // `a || b::text`: the cast binds tighter, so the whole is an operator's expression.
        if depth == 0 && binary && found.is_none() {
            return None;
        }
    }
    found.filter(|_| !operator_after)
}

/// The token that closes the parenthesis at `open`.
fn closing(text: &str, tokens: &[Token], open: usize) -> Option<usize> {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate().skip(open) {
        match token.text(text) {
            "(" => depth += 1,
            ")" => {
                depth -= 1;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => {}
        }
    }
    None
}

/// The catalog's name of the type that these tokens spell.
fn type_word(text: &str, tokens: &[Token]) -> String {
    let spelled = match (tokens.first(), tokens.last()) {
        (Some(first), Some(last)) => text.get(first.start as usize..last.end as usize).unwrap_or_default(),
        _ => "",
    };
    crate::dialect::postgres::canon::types::TypeName::parse(spelled)
        .map_or_else(|| "expr".to_owned(), |name| name.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_in_the_middle() {
        let long = "a".repeat(60);
        assert_eq!(make_object_name("t", "a", "key"), "t_a_key");
        assert_eq!(make_object_name("t", "", "pkey"), "t_pkey");
        assert_eq!(
            make_object_name(&long, &"b".repeat(50), "fkey"),
            format!("{}_{}_fkey", &long[..29], "b".repeat(28))
        );
        assert_eq!(make_object_name(&long, "id", "seq"), format!("{}_id_seq", &long[..56]));
        assert_eq!(make_object_name(&"ä".repeat(40), "", "pkey"), format!("{}_pkey", "ä".repeat(29)));
    }

    #[test]
    fn expressions_have_names() {
        for (text, name) in [
            ("lower(b)", "lower"),
            ("a+1", "expr"),
            ("app.f(a)", "f"),
            ("(a)::text", "a"),
            ("'1'::int", "int4"),
            ("(data ->> 'x')", "expr"),
            ("(data ->> 'x')::int", "int4"),
            ("cast(a as text)", "a"),
            ("coalesce(a, 1)", "coalesce"),
            ("case when a then 1 end", "case"),
            ("a || b::text", "expr"),
            ("trim(both from c)", "btrim"),
            ("lower(a) || 'x'", "expr"),
            ("c collate \"C\"", "c"),
            ("a at time zone 'utc'", "timezone"),
        ] {
            assert_eq!(expression_name(text), name, "{text}");
        }
    }
}
