//! Indexes and the elements they are made of.

use super::*;
use crate::model::{Index, IndexElement, IndexKey};

/// `CREATE INDEX ...`.
pub fn create(id: &ObjectId, index: &Index, concurrently: bool) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let concurrently = if concurrently { "CONCURRENTLY " } else { "" };
    let only = if index.only { "ONLY " } else { "" };
    let table = name(&id.schema, &index.table);
    format!("CREATE {unique}INDEX {concurrently}{} ON {only}{table} {}", ident(&id.name), body(index, None))
}

/// From `USING` on; an exclusion constraint gives each element's operator.
pub fn body(index: &Index, operators: Option<&[String]>) -> String {
    let mut out = String::new();
    if index.method != "btree" && !index.method.is_empty() {
        out += &format!("USING {} ", ident(&index.method));
    }
    let elements: Vec<String> = (index.elements.iter().enumerate())
        .map(|(at, element)| match operators.and_then(|all| all.get(at)) {
            Some(operator) => format!("{} WITH {}", self::element(element), self::operator(operator)),
            None => self::element(element),
        })
        .collect();
    out += &format!("({})", elements.join(", "));
    if !index.include.is_empty() {
        out += &format!(" INCLUDE ({})", idents(&index.include));
    }
    if index.nulls_not_distinct {
        out += " NULLS NOT DISTINCT";
    }
    if !index.parameters.is_empty() {
        out += &format!(" WITH ({})", parameters(&index.parameters));
    }
    if let Some(tablespace) = &index.tablespace {
        let word = if operators.is_some() { "USING INDEX TABLESPACE" } else { "TABLESPACE" };
        out += &format!(" {word} {}", ident(tablespace));
    }
    if let Some(predicate) = &index.predicate {
        out += &match operators {
            Some(_) => format!(" WHERE {}", parenthesized(predicate)),
            None => format!(" WHERE {}", text(predicate)),
        };
    }
    out
}

/// An operator that may have a schema of its own.
fn operator(operator: &str) -> String {
    match operator.contains('.') && !operator.starts_with("OPERATOR") {
        true => format!("OPERATOR({operator})"),
        false => operator.to_owned(),
    }
}

/// One element: key, collation, operator class, order.
pub fn element(of: &IndexElement) -> String {
    let mut out = match &of.key {
        IndexKey::Column(column) => ident(column),
        IndexKey::Expression(expression) if is_call(text(expression)) => text(expression).to_owned(),
        IndexKey::Expression(expression) => parenthesized(expression),
    };
    out += &collate(&of.collation);
    if let Some(opclass) = &of.opclass {
        out += &format!(" {}", qualified(opclass));
        if !of.opclass_parameters.is_empty() {
            out += &format!(" ({})", parameters(&of.opclass_parameters));
        }
    }
    if of.descending {
        out += " DESC";
    }
    match (of.descending, of.nulls_first) {
        (false, true) => out += " NULLS FIRST",
        (true, false) => out += " NULLS LAST",
        _ => {}
    }
    out
}

/// Whether an expression is one function call, which needs no parentheses: a name, then one group to the very end.
fn is_call(text: &str) -> bool {
    let Some((head, rest)) = text.split_once('(') else { return false };
    let plain = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
            && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            && !crate::dialect::postgres::canon::builtin::keyword_needs_quotes(part)
    };
    if !head.split('.').all(plain) || rest.contains(['\'', '"', '$']) || rest.contains("--") {
        return false;
    }
    // Words such as COALESCE and CAST have a grammar of their own that indexes take only in parentheses.
    if crate::dialect::postgres::canon::builtin::keyword(head).is_some() {
        return false;
    }
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1 == rest.len();
        }
    }
    false
}
