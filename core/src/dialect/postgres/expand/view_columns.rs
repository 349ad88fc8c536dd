//! Whether a view's new query keeps the columns it has, so that `CREATE OR REPLACE VIEW` will do. Found on tokens: where
//! it cannot be seen that names and types stay, the answer is no, and the view is dropped and made again.

use crate::dialect::postgres::lex::{Token, TokenKind, tokens};
use crate::model::View;
use crate::pair::Pair;

/// A query as far as its columns are concerned.
#[derive(Debug, PartialEq, Eq)]
struct Shape {
    /// What stands between SELECT and the first column.
    distinct: String,
    /// The columns as written, blanks evened out.
    items: Vec<String>,
    /// The tables and joins.
    from: Vec<String>,
}

/// Whether the columns of the current view are the first ones of the desired view, by name and type.
pub(super) fn only_appends(pair: Pair<&View>) -> bool {
    let (Some(from), Some(to)) = (shape(&pair.current.query.text), shape(&pair.desired.query.text)) else {
        return false;
    };
    let starred = from.items.iter().chain(&to.items).any(|item| item == "*" || item.ends_with(". *"));
    let names = (&pair.current.columns, &pair.desired.columns);
    !starred
        && pair.current.query.path == pair.desired.query.path
        && to.items.starts_with(&from.items)
        && (names.0.is_empty() && names.1.is_empty() || !names.0.is_empty() && names.1.starts_with(names.0))
        && same_sources(&from, &to)
}

/// Joined tables may be added behind those that are there: then no name comes to mean something else, for one that
/// became ambiguous would be refused. But USING merges columns, and with them their types.
fn same_sources(from: &Shape, to: &Shape) -> bool {
    let Some(added) = to.from.strip_prefix(from.from.as_slice()) else { return false };
    let joins = ["join", "left", "right", "full", "inner", "cross", "natural", ","];
    let merges = added.iter().any(|word| word == "using" || word == "natural");
    let qualified = from.items.iter().all(|item| item.contains(" . "));
    added.first().is_none_or(|next| joins.contains(&next.as_str())) && (!merges || qualified)
}

/// The parts of a plain SELECT; nothing for WITH, VALUES, set operations and what is in parentheses.
fn shape(text: &str) -> Option<Shape> {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map(|token| spelled(token, text)).unwrap_or_default();
    if word(0) != "select" {
        return None;
    }
    let mut at = 1;
    let mut distinct = Vec::new();
    if word(at) == "distinct" || word(at) == "all" {
        distinct.push(word(at));
        at += 1;
        if word(at) == "on" {
            let end = closing(&tokens, text, at + 1)?;
            distinct.extend((at..end).map(word));
            at = end;
        }
    }
    let mut items = vec![Vec::new()];
    let mut from = Vec::new();
    let mut in_from = false;
    while at < tokens.len() {
        let next = word(at);
        let end = if next == "(" || next == "[" { closing(&tokens, text, at)? } else { at + 1 };
        match next.as_str() {
            "union" | "intersect" | "except" | "into" => return None,
            "from" if !in_from && !after_distinct(&word, at) => in_from = true,
            "where" | "group" | "having" | "window" | "order" | "limit" | "offset" | "fetch" | "for" => break,
            "," if !in_from => items.push(Vec::new()),
            _ if in_from => from.extend((at..end).map(word)),
            _ => items.last_mut()?.extend((at..end).map(word)),
        }
        at = end;
    }
    // After FROM, no set operation may follow: its branches share the types.
    let rest = (at..tokens.len()).map(word);
    if rest.into_iter().any(|word| matches!(word.as_str(), "union" | "intersect" | "except")) {
        return None;
    }
    let items = items.into_iter().map(|item| item.join(" ")).collect();
    Some(Shape { distinct: distinct.join(" "), items, from })
}

/// `IS DISTINCT FROM` is an operator.
fn after_distinct(word: &dyn Fn(usize) -> String, at: usize) -> bool {
    at > 0 && word(at - 1) == "distinct"
}

/// One past the bracket that closes the one here.
fn closing(tokens: &[Token], text: &str, at: usize) -> Option<usize> {
    let mut depth = 0usize;
    for (ahead, token) in tokens.get(at..)?.iter().enumerate() {
        match (token.kind, token.text(text)) {
            (TokenKind::Punct, "(" | "[") => depth += 1,
            (TokenKind::Punct, ")" | "]") => depth = depth.checked_sub(1)?,
            _ => {}
        }
        if depth == 0 {
            return Some(at + ahead + 1);
        }
    }
    None
}

/// A token's text; words in lower case.
fn spelled(token: &Token, text: &str) -> String {
    match token.kind {
        TokenKind::Word => token.text(text).to_ascii_lowercase(),
        _ => token.text(text).to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::SqlText;

    fn check(from: &str, to: &str, expected: bool) {
        let view = |text: &str| View {
            query: SqlText { text: text.into(), ..SqlText::default() },
            ..View::default()
        };
        let (from, to) = (view(from), view(to));
        assert_eq!(only_appends(Pair::new(&from, &to)), expected, "{to:?}");
    }

    #[test]
    fn columns_stay() {
        check("select a, b from t", "SELECT a,b\nFROM t WHERE a > (1)", true);
        check("select a, b from t", "select a, b, f(a, b) as c from t", true);
        check("select t.a from t", "select t.a, u.b from t left join u using (id) order by 1", true);
        check("select a from t", "select b, a from t", false);
        check("select a from t", "select a from u", false);
        check("select a from t", "select a from t u", false);
        check("select a from t", "select a from t full join u using (a)", false);
        check("select a::int as a from t", "select a::text as a from t", false);
        check("select * from t", "select * from t where a", false);
        check("select a from t", "select a from t union select b from u", false);
        check("with x as (select 1) select * from x", "with x as (select 2) select * from x", false);
        check(
            "select a is distinct from b as c from t",
            "select a is distinct from b as c from t where b",
            true,
        );
    }
}
