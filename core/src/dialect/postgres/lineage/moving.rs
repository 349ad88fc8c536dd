//! Rows that lie outside the new bounds of a partition: while it is away, they go through its parent to where they belong.
//!
//! Only keys of plain columns are looked into; where it cannot be said which rows those are, the server says it.

use super::Work;
use crate::dialect::postgres::decimal::Decimal;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_ident;
use crate::dialect::postgres::render::{ident, idents, literal, name, qualified};
use crate::model::{ObjectId, PartitionBy, PartitionOf, QualifiedName};
use crate::plan::{Step, Verb};

/// What takes the rows of a partition that its new bounds leave out to the others; nothing where there can be none.
pub(super) fn move_out(work: &Work<'_, '_>, child: &QualifiedName) -> Option<Step> {
    let find = |schema: &'_ crate::model::Schema| schema.table(&child.schema, &child.name).cloned();
    let (from, to) = (find(work.pair.current)?.partition_of?, find(work.pair.desired)?.partition_of?);
    if from.parent != to.parent || widens(from.bound.text.trim(), to.bound.text.trim()) {
        return None;
    }
    let parent = work.pair.desired.table(&to.parent.schema, &to.parent.name)?;
    let inside = condition(parent.partition_by.as_ref()?, &to)?;
    let columns = work.pair.desired.columns(&to.parent.schema, &to.parent.name);
    let always = |of: &crate::model::Column| of.identity.as_ref().is_some_and(|identity| identity.always);
    let overriding = if columns.iter().any(|(_, of)| always(of)) { " OVERRIDING SYSTEM VALUE" } else { "" };
    let columns = idents(columns.iter().filter(|(_, of)| of.generated.is_none()).map(|(name, _)| *name));
    let sql = format!(
        "WITH moved AS (\n    DELETE FROM {} WHERE ({inside}) IS NOT TRUE RETURNING {columns}\n)\nINSERT INTO {} ({columns}){overriding}\nSELECT {columns} FROM moved",
        qualified(child),
        qualified(&to.parent)
    );
    let (id, above) = (
        ObjectId::table(&*child.schema, &*child.name),
        ObjectId::table(&*to.parent.schema, &*to.parent.name),
    );
    let step = Step::new(Verb::Alter, &id, sql).lock("ROW EXCLUSIVE", &id).lock("ROW EXCLUSIVE", &above);
    Some(step.scans(&id).hazard("moves-rows", "rows outside the new bounds go to other partitions"))
}

/// What holds for the rows of a partition.
fn condition(by: &PartitionBy, of: &PartitionOf) -> Option<String> {
    let keys: Vec<String> = by.key.iter().map(|key| column(&key.text)).collect::<Option<_>>()?;
    let groups = groups(&of.bound.text);
    match (by.strategy.as_str(), groups.as_slice()) {
        ("list", [values]) => {
            let key = keys.first()?;
            let (nulls, values): (Vec<_>, Vec<_>) =
                values.iter().cloned().partition(|value| value.eq_ignore_ascii_case("null"));
            let listed = (!values.is_empty()).then(|| format!("{key} IN ({})", values.join(", ")));
            let null = (!nulls.is_empty()).then(|| format!("{key} IS NULL"));
            Some(listed.into_iter().chain(null).collect::<Vec<_>>().join(" OR "))
        }
        ("hash", [with]) => {
            let (modulus, remainder) = hash(with)?;
            let parent = literal(&name(&of.parent.schema, &of.parent.name));
            let keys = keys.join(", ");
            Some(format!("satisfies_hash_partition({parent}::regclass, {modulus}, {remainder}, {keys})"))
        }
        ("range", [from, to]) => {
            let bounds = [limit(&keys, from, [">=", ">"]), limit(&keys, to, ["<", "<="])];
            let bounds: Vec<String> = bounds.into_iter().flatten().collect();
            let there = keys.iter().map(|key| format!("{key} IS NOT NULL"));
            let all = if bounds.is_empty() { there.collect() } else { bounds };
            Some(all.join(" AND "))
        }
        _ => None,
    }
}

/// One end of a range: the values up to the first that is infinite, compared as that says.
fn limit(keys: &[String], values: &[String], [near, far]: [&str; 2]) -> Option<String> {
    let infinite =
        |value: &String| value.eq_ignore_ascii_case("minvalue") || value.eq_ignore_ascii_case("maxvalue");
    let finite: Vec<&String> = values.iter().take_while(|value| !infinite(value)).collect();
    let beyond = values.get(finite.len()).is_some_and(|value| value.eq_ignore_ascii_case("maxvalue"));
    let by = if beyond { far } else { near };
    match finite.as_slice() {
        [] => None,
        [one] => Some(format!("{} {by} {one}", keys.first()?)),
        several => {
            let values: Vec<&str> = several.iter().map(|value| value.as_str()).collect();
            Some(format!("({}) {by} ({})", keys.get(..several.len())?.join(", "), values.join(", ")))
        }
    }
}

/// A key that is a column and nothing else.
fn column(key: &str) -> Option<String> {
    match tokens(key).as_slice() {
        [token] if matches!(token.kind, TokenKind::Word | TokenKind::Quoted) => {
            Some(ident(&unquote_ident(token.text(key))))
        }
        _ => None,
    }
}

/// What stands in each of a bound's parentheses, taken apart at its commas.
fn groups(bound: &str) -> Vec<Vec<String>> {
    let mut out: Vec<Vec<String>> = Vec::new();
    let (mut depth, mut start) = (0u32, 0);
    for token in tokens(bound) {
        let (at, end) = (token.start as usize, token.end as usize);
        let text = token.text(bound);
        let closes = text == ")" && depth == 1;
        if depth == 1 && (text == "," || closes) {
            let item = bound.get(start..at).unwrap_or_default().trim().to_owned();
            out.last_mut().into_iter().for_each(|group| group.push(item.clone()));
            start = end;
        }
        match text {
            "(" => {
                if depth == 0 {
                    out.push(Vec::new());
                    start = end;
                }
                depth += 1;
            }
            ")" => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    out
}

fn hash(with: &[String]) -> Option<(u64, u64)> {
    let number = |word: &str| {
        let item = with.iter().find_map(|item| {
            let (head, tail) = item.split_once(char::is_whitespace)?;
            head.eq_ignore_ascii_case(word).then_some(tail)
        });
        item?.trim().parse().ok()
    };
    Some((number("modulus")?, number("remainder")?))
}

/// Whether every row of the old bounds lies within the new ones, as far as the texts tell.
fn widens(from: &str, to: &str) -> bool {
    if to.eq_ignore_ascii_case("default") {
        return true;
    }
    match (groups(from).as_slice(), groups(to).as_slice()) {
        ([old], [new]) => match (hash(old), hash(new)) {
            (Some((modulus, remainder)), Some((to, rest))) => {
                to != 0 && modulus % to == 0 && remainder % to == rest
            }
            _ => old.iter().all(|value| new.contains(value)),
        },
        ([from, to], [new_from, new_to]) => not_above(new_from, from) && not_above(to, new_to),
        _ => false,
    }
}

/// Whether one end of a range is known not to lie above another.
fn not_above(a: &[String], b: &[String]) -> bool {
    let Some((a, b)) = a.iter().zip(b).find(|(a, b)| a != b) else { return true };
    let is = |value: &str, word: &str| value.eq_ignore_ascii_case(word);
    if is(a, "minvalue") || is(b, "maxvalue") {
        return true;
    }
    if let (Some(a), Some(b)) = (Decimal::read(a), Decimal::read(b)) {
        return a <= b;
    }
    // Dates and the like, where both are written in one way.
    let shape =
        |text: &str| -> String { text.chars().map(|c| if c.is_ascii_digit() { '0' } else { c }).collect() };
    a.starts_with('\'') && shape(a) == shape(b) && a.chars().all(|c| !c.is_alphabetic()) && a <= b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_bounds() {
        let check =
            |from: &str, to: &str, expected: bool| assert_eq!(widens(from, to), expected, "{from} {to}");
        check("FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('b', 'c', 'a')", true);
        check("FOR VALUES IN ('a', 'b')", "FOR VALUES IN ('a')", false);
        check("FOR VALUES WITH (modulus 4, remainder 3)", "FOR VALUES WITH (modulus 2, remainder 1)", true);
        check("FOR VALUES WITH (modulus 2, remainder 1)", "FOR VALUES WITH (modulus 4, remainder 1)", false);
        check("FOR VALUES FROM (1) TO (10)", "FOR VALUES FROM (MINVALUE) TO (20)", true);
        check("FOR VALUES FROM (1) TO (10)", "FOR VALUES FROM (2) TO (20)", false);
        check(
            "FOR VALUES FROM ('2020-01-01') TO ('2021-01-01')",
            "FOR VALUES FROM ('2020-01-01') TO ('2021-07-01')",
            true,
        );
        check("FOR VALUES FROM ('b') TO ('c')", "FOR VALUES FROM ('a') TO ('d')", false);
        check("FOR VALUES IN ('a')", "DEFAULT", true);
        check("DEFAULT", "FOR VALUES IN ('a')", false);
    }

    #[test]
    fn rows_inside() {
        let check = |strategy: &str, key: &[&str], bound: &str, expected: Option<&str>| {
            let text = |text: &&str| crate::model::SqlText { text: (*text).into(), ..Default::default() };
            let by = PartitionBy { strategy: strategy.into(), key: key.iter().map(text).collect() };
            let parent = QualifiedName::new("public", "p");
            let got = condition(&by, &PartitionOf { parent, bound: text(&bound) });
            assert_eq!(got.as_deref(), expected);
        };
        check("list", &["k"], "FOR VALUES IN ('a', NULL)", Some("k IN ('a') OR k IS NULL"));
        check("range", &["a"], "FOR VALUES FROM (1) TO (MAXVALUE)", Some("a >= 1"));
        check(
            "range",
            &["a", "\"B\""],
            "FOR VALUES FROM (1, 'x,') TO (2, MAXVALUE)",
            Some("(a, \"B\") >= (1, 'x,') AND a <= 2"),
        );
        check(
            "hash",
            &["a"],
            "FOR VALUES WITH (modulus 4, remainder 1)",
            Some("satisfies_hash_partition('p'::regclass, 4, 1, a)"),
        );
        check("list", &["lower(a)"], "FOR VALUES IN ('a')", None);
    }
}
