//! Rows that lie outside the new bounds of a partition: while it is away, they go through its parent to where they belong.
//!
//! Where it cannot be said which rows those are, the server says that there are some.

use super::Work;
use crate::dialect::postgres::decimal::Decimal;
use crate::dialect::postgres::lex::{TokenKind, tokens};
use crate::dialect::postgres::parse::cursor::unquote_ident;
use crate::dialect::postgres::parse::generated_names::make_object_name;
use crate::dialect::postgres::render::{ident, idents, literal, name, qualified};
use crate::model::{Column, ObjectId, PartitionBy, PartitionOf, QualifiedName, Schema};
use crate::pair::Pair;
use crate::plan::{Step, Verb};

/// The rows of a partition that its new bounds leave out.
pub(super) struct Outside {
    partition: QualifiedName,
    parent: QualifiedName,
    bounds: Pair<String>,
    /// What holds for them.
    condition: String,
    columns: String,
    overriding: &'static str,
}

/// The rows of a partition that belong to the others; nothing where there can be none.
pub(super) fn outside(work: &Work<'_, '_>, child: &QualifiedName) -> Option<Outside> {
    let find = |schema: &'_ Schema| schema.table(&child.schema, &child.name).cloned();
    let (from, to) = (find(work.pair.current)?.partition_of, find(work.pair.desired)?.partition_of?);
    // A table of its own that becomes the default partition may have rows of any other.
    let known = from.is_some();
    let from = from.or_else(|| is_default(&to.bound.text).then(|| to.clone()))?;
    let bounds = Pair::new(from.bound.text.trim().to_owned(), to.bound.text.trim().to_owned());
    if from.parent != to.parent {
        return None;
    }
    let parent = work.pair.desired.table(&to.parent.schema, &to.parent.name)?;
    let condition = match is_default(&bounds.current) && is_default(&bounds.desired) {
        true => {
            Some(taken_from_default(work, &to.parent, known)?.join(" OR ")).filter(|any| !any.is_empty())?
        }
        false if widens(&bounds.current, &bounds.desired) => return None,
        false => format!("({}) IS NOT TRUE", condition(parent.partition_by.as_ref()?, &to)?),
    };
    let columns = work.pair.desired.columns(&to.parent.schema, &to.parent.name);
    let always = |of: &Column| of.identity.as_ref().is_some_and(|identity| identity.always);
    let overriding = if columns.iter().any(|(_, of)| always(of)) { " OVERRIDING SYSTEM VALUE" } else { "" };
    let columns = idents(columns.iter().filter(|(_, of)| of.generated.is_none()).map(|(name, _)| *name));
    Some(Outside { partition: child.clone(), parent: to.parent, bounds, condition, columns, overriding })
}

/// What holds for the rows that a default partition has to give to those that join its parent or get other bounds; with
/// `known` unset, to all; no answer where it cannot be said.
pub(super) fn taken_from_default(
    work: &Work<'_, '_>,
    parent: &QualifiedName,
    known: bool,
) -> Option<Vec<String>> {
    let by = work.pair.desired.table(&parent.schema, &parent.name)?.partition_by.as_ref()?;
    let children = work.families.desired.children.get(parent)?;
    let partition = |schema: &'_ Schema, child: &QualifiedName| {
        schema.table(&child.schema, &child.name).and_then(|table| table.partition_of.clone())
    };
    let bounds = children.iter().filter_map(|child| {
        let of = partition(work.pair.desired, child)?;
        let had = known && partition(work.pair.current, child).is_some_and(|had| had == of);
        (!had && !is_default(&of.bound.text)).then_some(of)
    });
    bounds.map(|of| condition(by, &of)).collect()
}

/// The steps that take rows to where they belong; each partition joins again when it has none of them.
pub(super) fn steps(moves: Vec<(Outside, Step)>) -> Vec<Step> {
    let mut out = Vec::new();
    let mut waiting = moves;
    while let Some((first, _)) = waiting.first() {
        let parent = first.parent.clone();
        let (mine, others): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(of, _)| of.parent == parent);
        waiting = others;
        // Rows of one that belong to another which is away itself have to wait for it.
        let meet = mine.iter().enumerate().any(|(at, (of, _))| {
            mine.iter().skip(at + 1).any(|(to, _)| may_meet(&of.bounds.current, &to.bounds.desired))
        });
        match (meet, mine.first()) {
            (true, Some((of, _))) => {
                let (ready, back) = (of.waiting_room(), of.back());
                let away = mine.into_iter().flat_map(|(of, join)| [of.moved_to(&of.room()), join]);
                out.push(ready);
                out.extend(away);
                out.extend(back);
            }
            _ => out
                .extend(mine.into_iter().flat_map(|(of, join)| [of.moved_to(&qualified(&of.parent)), join])),
        }
    }
    out
}

impl Outside {
    fn id(&self) -> ObjectId {
        ObjectId::table(&*self.partition.schema, &*self.partition.name)
    }

    fn above(&self) -> ObjectId {
        ObjectId::table(&*self.parent.schema, &*self.parent.name)
    }

    /// Where rows wait that belong to a partition which is away itself.
    fn room(&self) -> String {
        format!("pg_temp.{}", ident(&make_object_name(&self.parent.name, "", "moved")))
    }

    fn moved_to(&self, to: &str) -> Step {
        let Outside { condition, columns, .. } = self;
        let overriding = if to == self.room() { "" } else { self.overriding };
        let sql = format!(
            "WITH moved AS (\n    DELETE FROM {} WHERE {condition} RETURNING {columns}\n)\nINSERT INTO {to} ({columns}){overriding}\nSELECT {columns} FROM moved",
            qualified(&self.partition),
        );
        let step = Step::new(Verb::Alter, &self.id(), sql).lock("ROW EXCLUSIVE", &self.id());
        let step = step.lock("ROW EXCLUSIVE", &self.above()).scans(&self.id());
        step.hazard("moves-rows", "rows outside the new bounds go to other partitions")
    }

    fn waiting_room(&self) -> Step {
        let sql = format!(
            "CREATE TEMPORARY TABLE {} AS\nSELECT {} FROM {} WITH NO DATA",
            self.room(),
            self.columns,
            qualified(&self.parent)
        );
        Step::new(Verb::Alter, &self.above(), sql)
    }

    /// From where rows wait to where they belong.
    fn back(&self) -> [Step; 2] {
        let (room, columns) = (self.room(), &self.columns);
        let parent = qualified(&self.parent);
        let sql =
            format!("INSERT INTO {parent} ({columns}){}\nSELECT {columns} FROM {room}", self.overriding);
        let step = |sql| Step::new(Verb::Alter, &self.above(), sql);
        [step(sql).lock("ROW EXCLUSIVE", &self.above()), step(format!("DROP TABLE {room}"))]
    }
}

/// Whether it is the bound of a default partition.
pub(super) fn is_default(bound: &str) -> bool {
    bound.trim().eq_ignore_ascii_case("default")
}

/// Whether a row of one partition may belong to another, as far as the bounds' texts tell.
fn may_meet(from: &str, to: &str) -> bool {
    match (groups(from).as_slice(), groups(to).as_slice()) {
        ([old], [new]) => match (hash(old), hash(new)) {
            (Some((modulus, remainder)), Some((to, rest))) => {
                let common = gcd(modulus, to);
                common == 0 || remainder % common == rest % common
            }
            _ => old.iter().any(|value| new.contains(value)),
        },
        ([from, to], [new_from, new_to]) => !(not_above(to, new_from) || not_above(new_to, from)),
        _ => true,
    }
}

fn gcd(a: u64, b: u64) -> u64 {
    if b == 0 { a } else { gcd(b, a % b) }
}

/// What holds for the rows of a partition.
fn condition(by: &PartitionBy, of: &PartitionOf) -> Option<String> {
    let keys: Vec<String> = by.key.iter().map(|key| term(&key.text)).collect::<Option<_>>()?;
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

/// A key that is a column, a call or something in parentheses, and nothing else: it may stand in a condition.
fn term(key: &str) -> Option<String> {
    let tokens = tokens(key);
    let text = |at: usize| tokens.get(at).map_or("", |token| token.text(key));
    let is_name = |at: usize| {
        tokens.get(at).is_some_and(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted))
    };
    if tokens.len() == 1 && is_name(0) {
        return Some(ident(&unquote_ident(text(0))));
    }
    let mut open = usize::from(is_name(0));
    while open > 0 && text(open) == "." && is_name(open + 1) {
        open += 2;
    }
    let mut depth = 0i32;
    let closes = (open..tokens.len()).find(|at| {
        depth += i32::from(text(*at) == "(") - i32::from(text(*at) == ")");
        depth <= 0
    });
    (text(open) == "(" && closes == Some(tokens.len() - 1)).then(|| key.trim().to_owned())
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
    if is_default(to) {
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
        check("list", &["lower(a)"], "FOR VALUES IN ('a')", Some("lower(a) IN ('a')"));
        check("list", &["(a || b)"], "FOR VALUES IN (NULL)", Some("(a || b) IS NULL"));
        check("list", &["(a) || (b)"], "FOR VALUES IN (NULL)", None);
        check("list", &["a text_pattern_ops"], "FOR VALUES IN ('a')", None);
    }
}
