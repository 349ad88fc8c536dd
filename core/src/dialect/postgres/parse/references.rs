//! What objects name in their texts and nobody makes: the tables of a view, the function of a trigger. Looked at
//! when all sources are in, since files come in any order.
//!
//! Extensions bring objects that no source shows. Where one is there that may bring such things, nothing is said.

use super::super::canon::builtin::relations;
use super::super::lex::{Token, TokenKind, tokens};
use super::builder::Builder;
use super::cursor::unquote_ident;
use crate::collections::BTreeSet;
use crate::diagnostic::Diagnostic;
use crate::model::*;
use crate::source::{Source, Span};

/// Extensions that bring neither relations nor trigger functions.
const PLAIN: &[&str] = &[
    "btree_gin",
    "btree_gist",
    "citext",
    "cube",
    "dblink",
    "earthdistance",
    "file_fdw",
    "fuzzystrmatch",
    "hstore",
    "intarray",
    "isn",
    "ltree",
    "pg_trgm",
    "pgcrypto",
    "plpgsql",
    "postgres_fdw",
    "seg",
    "tablefunc",
    "unaccent",
    "uuid-ossp",
    "vector",
];

/// The trigger functions that every server has.
const BUILT_IN: &[&str] =
    &["suppress_redundant_updates_trigger", "tsvector_update_trigger", "tsvector_update_trigger_column"];

/// Whether all extensions of a schema are such.
pub fn are_known(schema: &Schema) -> bool {
    let first = ObjectId::new(Kind::Extension, "", "");
    let mut all = schema.objects.range(first..).map(|(id, _)| id).take_while(|id| id.kind == Kind::Extension);
    all.all(|id| PLAIN.contains(&id.name.as_str()))
}

/// Tells what is missing, and takes out what cannot be made for it.
pub(super) fn check(builder: &mut Builder, sources: &[Source]) {
    let known = are_known(&builder.schema);
    let mut faults = Vec::new();
    for (id, object) in builder.schema.objects.iter().filter(|_| known) {
        match object {
            Object::View(view) => faults.extend(view_fault(builder, sources, id, view)),
            Object::Trigger(trigger) if !trigger.inherited => {
                faults.extend(trigger_fault(builder, id, trigger))
            }
            _ => {}
        }
    }
    for (id, diagnostic) in faults {
        builder.remove(&id);
        let names = [&id.schema, &id.name, &id.part].map(String::as_str);
        let name = if id.is_part() { names.join(".") } else { names[..2].join(".") };
        builder.unread.extend(diagnostic.span.map(|span| (span, name)));
        builder.diagnostics.push(diagnostic);
    }
}

type Fault = (ObjectId, Diagnostic);

fn missing(id: &ObjectId, what: &str, name: &str, span: Span) -> Fault {
    let message = format!("{id} needs {what} \"{name}\", which does not exist");
    let diagnostic = Diagnostic::error("missing-object", message, span);
    (id.clone(), diagnostic.help("no statement in the given sources creates it"))
}

fn view_fault(builder: &Builder, sources: &[Source], id: &ObjectId, view: &View) -> Option<Fault> {
    let text = &view.query.text;
    let (name, at) =
        relations_in(text).into_iter().find(|(name, _)| !relation_there(builder, name, &view.query.path))?;
    let made = *builder.spans.get(id)?;
    let source = sources.get(made.source as usize);
    let query = source.and_then(|source| source.text.get(made.start as usize..)?.find(text.as_str()));
    let span = query.map_or(made, |query| {
        let start = made.start + query as u32 + at;
        Span { source: made.source, start, end: start + name.join(".").len() as u32 }
    });
    Some(missing(id, "a table or view", &name.join("."), span))
}

fn relation_there(builder: &Builder, name: &[String], path: &[String]) -> bool {
    let there = |schema: &str, name: &str| {
        builder.schema.relation(schema, name).is_some() || relations::relation(schema, name).is_some()
    };
    match name {
        [name] => path.iter().any(|schema| there(schema, name)) || there("pg_catalog", name),
        [schema, name] => there(schema, name) || schema.starts_with("pg_"),
        // A database's name before it: nobody does that.
        _ => true,
    }
}

fn trigger_fault(builder: &Builder, id: &ObjectId, trigger: &Trigger) -> Option<Fault> {
    let of = &trigger.function;
    let there = builder.schema.contains(&ObjectId::part(Kind::Function, &of.schema, &of.name, "()"));
    if there || of.schema == "pg_catalog" || BUILT_IN.contains(&of.name.as_str()) {
        return None;
    }
    Some(missing(id, "the function", &format!("{}()", of.name), *builder.spans.get(id)?))
}

/// The relations that a query reads, each with the place of its name; names of WITH queries left out.
fn relations_in(text: &str) -> Vec<(Vec<String>, u32)> {
    let tokens = tokens(text);
    let word = |at: usize| tokens.get(at).map_or("", |token: &Token| token.text(text));
    let is = |at: usize, expected: &str| word(at).eq_ignore_ascii_case(expected);
    let mut with: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    // For each open parenthesis: whether a query stands in it, and whether we are in its FROM clause.
    let mut open = vec![(true, false)];
    let mut at = 0;
    while at < tokens.len() {
        let (query, from) = open.last().copied().unwrap_or((true, false));
        let lower = word(at).to_ascii_lowercase();
        let mut item = false;
        match lower.as_str() {
            "(" => {
                let inside = ["select", "with", "values", "table", "("].iter().any(|first| is(at + 1, first));
                // A join in parentheses is part of the clause it stands in.
                let joined =
                    from && at > 0 && ["from", "join", ",", "("].iter().any(|before| is(at - 1, before));
                open.push(if joined && !inside { (query, true) } else { (inside, false) });
                item = joined && !inside;
            }
            ")" if open.len() > 1 => _ = open.pop(),
            "as" if is(at + 1, "(") || is(at + 1, "materialized") || is(at + 1, "not") => {
                with.extend(with_name(&tokens, text, at));
            }
            "from" if query && !(at > 0 && is(at - 1, "distinct")) => {
                set(&mut open, true);
                item = true;
            }
            "join" if query => item = true,
            "," if from => item = true,
            "where" | "group" | "having" | "window" | "order" | "limit" | "offset" | "fetch" | "for"
            | "union" | "except" | "intersect" => set(&mut open, false),
            _ => {}
        }
        at += 1;
        if item {
            while is(at, "only") || is(at, "lateral") {
                at += 1;
            }
            let (name, next) = name_at(&tokens, text, at);
            if !name.is_empty() && !is(next, "(") && !is(at, "rows") {
                found.push((name, tokens.get(at).map_or(0, |token| token.start)));
            }
            at = at.max(next);
        }
    }
    found.retain(|(name, _)| !(name.len() == 1 && name.first().is_some_and(|name| with.contains(name))));
    found
}

fn set(open: &mut [(bool, bool)], from: bool) {
    if let Some(last) = open.last_mut() {
        last.1 = from;
    }
}

/// The name before `AS (`, its columns passed over.
fn with_name(tokens: &[Token], text: &str, at: usize) -> Option<String> {
    let mut back = at.checked_sub(1)?;
    if tokens.get(back)?.text(text) == ")" {
        back = tokens.get(..back)?.iter().rposition(|token| token.text(text) == "(")?.checked_sub(1)?;
    }
    name_at(tokens, text, back).0.pop()
}

/// A name as far as dots join it, and where it ends.
fn name_at(tokens: &[Token], text: &str, mut at: usize) -> (Vec<String>, usize) {
    let mut name = Vec::new();
    let is_name = |token: &&Token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted);
    while let Some(token) = tokens.get(at).filter(is_name) {
        name.push(unquote_ident(token.text(text)));
        at += 1;
        if tokens.get(at).is_none_or(|dot| dot.text(text) != ".") {
            break;
        }
        at += 1;
    }
    (name, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(query: &str, expected: &[&str]) {
        let got: Vec<String> = relations_in(query).into_iter().map(|(name, _)| name.join(".")).collect();
        pretty_assertions::assert_eq!(got, expected);
    }

    #[test]
    fn relations_of_queries() {
        check("SELECT a FROM t", &["t"]);
        check("SELECT 1, 2", &[]);
        check(
            "SELECT a FROM s.t x, ONLY \"U\" AS y (a, b), v WHERE a IN (SELECT b FROM w), c",
            &["s.t", "U", "v", "w"],
        );
        check(
            "SELECT a FROM (t JOIN u USING (a, b)) LEFT JOIN (SELECT 1 FROM v) x ON true",
            &["t", "u", "v"],
        );
        check("SELECT a FROM f(1, 2) g, LATERAL h(3), generate_series(1, 2), t", &["t"]);
        check("SELECT extract(year FROM d), trim(both from x), substring(s from 1 for 2) FROM t", &["t"]);
        check("SELECT a IS DISTINCT FROM b, c FROM t ORDER BY a, b", &["t"]);
        check(
            "WITH x AS (SELECT 1 FROM t), y (a, b) AS MATERIALIZED (TABLE u) SELECT * FROM x, y, z",
            &["t", "z"],
        );
        check("SELECT 1 FROM t UNION SELECT a, b FROM u FOR UPDATE", &["t", "u"]);
        check("SELECT * FROM ROWS FROM (f(1), g(2)) r, t", &["t"]);
        check("SELECT sum(a) FILTER (WHERE b), count(*) OVER (PARTITION BY c, d) FROM t", &["t"]);
        check("VALUES (1, 2)", &[]);
    }
}
