//! The statement grammar: DDL text in, a schema and diagnostics out. One file a kind of object.
//!
//! A statement is taken in whole or not at all. One that names what is not there yet is put off and tried again when
//! the others are in, so that files may come in any order. Expressions, queries and bodies are kept as exact text;
//! what they mean is `canon/`'s business.

mod aggregate;
pub mod arguments;
mod brought;
pub mod builder;
mod cascade;
mod cluster;
mod collation;
mod comment;
pub mod cursor;
pub mod default_privileges;
mod directive;
mod do_block;
mod domain;
mod drop;
mod event_trigger;
pub mod expression;
mod extension;
pub mod fault;
mod foreign;
pub mod generated_names;
pub mod grant;
mod index;
mod language;
pub mod links;
pub mod literal;
pub mod names;
mod names_before;
mod namespace;
mod operator;
mod operator_class;
mod owner;
mod policy;
pub mod printed;
mod publication;
mod rare;
mod reading;
pub mod references;
mod renamed;
mod retype;
pub mod role;
pub mod routine;
mod routine_options;
mod rule;
#[cfg(test)]
mod same;
mod sequence;
mod session;
mod signature;
mod statement;
mod statistics;
mod table;
mod target;
mod temporary;
mod text_search;
mod trigger;
pub mod types;
mod unread;
mod user_type;
mod view;

pub use routine_options::is_list as is_list_setting;

use super::lex::Token;
use super::split::split;
use super::{definition, managed, meta};
use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level};
use crate::model::{Object, ObjectId, Schema, SearchPath};
use crate::options::Directives;
use crate::source::{Source, Span};
use builder::Builder;
use cursor::Cursor;
use fault::Fault;

/// What a parse gives back.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// What was understood.
    pub schema: Schema,
    /// What there is to tell, in the order of the sources.
    pub diagnostics: Vec<Diagnostic>,
    /// Where each object was made.
    pub spans: BTreeMap<ObjectId, Span>,
    /// `-- @renamed from=old` directives, and what the sources rename themselves.
    pub renames: Directives,
    /// The first words of statements that change no schema, and how many there were of each.
    pub passed_over: BTreeMap<String, usize>,
    /// What statements with a fault are about, by the place of the fault, as patterns of a scope.
    pub unread: Vec<(Span, String)>,
}

/// A statement put off, with the search path and role it was met under.
struct Deferred {
    source: usize,
    first: usize,
    last: usize,
    path: SearchPath,
    role: Option<String>,
    home: builder::Home,
    default_rules: usize,
    /// Actions of an ALTER TABLE that are done already.
    done: usize,
}

/// Parses the sources as one schema. Bad input is data: what was understood and a diagnostic for each thing that was not.
pub fn parse(sources: &[Source]) -> Parsed {
    let splits: Vec<_> = sources.iter().map(|source| split(&source.text)).collect();
    let mut builder = Builder::default();
    let mut deferred = Vec::new();
    for (source, split) in splits.iter().enumerate() {
        if !sources[source].continues {
            builder.new_session();
        }
        metas(&mut builder, source, &sources[source].text, &split.metas);
        for statement in &split.statements {
            let work = Deferred {
                source,
                first: statement.first,
                last: statement.last,
                path: builder.path.clone(),
                role: builder.role.clone(),
                home: builder.home.clone(),
                default_rules: builder.default_rules.len(),
                done: 0,
            };
            take(&mut builder, sources, &splits, work, &mut deferred);
        }
    }
    retry(&mut builder, sources, &splits, deferred);
    builder.settle_renames();
    builder.grant_across_sources();
    if sources.iter().any(is_dump) {
        builder.schema.objects.insert(managed::owners_of_all(), Object::Owner(String::new()));
    }
    operator::link_both_ways(&mut builder);
    table::settle_references(&mut builder);
    index::settle_only(&mut builder);
    references::check(&mut builder, sources);
    redefine(&mut builder.schema);
    let mut renames = names_before::written(&builder.names_before, &builder.schema);
    renames.append(&mut directive::directives(&mut builder, sources, &splits));
    // pg_dump --clean drops first what it makes then.
    let is_dump: Vec<_> = sources.iter().map(is_dump).collect();
    let from_dump =
        |span: Option<Span>| span.is_some_and(|span| is_dump.get(span.source as usize) == Some(&true));
    builder.diagnostics.retain(|d| d.code != "nothing-to-drop" || !from_dump(d.span));
    builder.diagnostics.sort_by_key(|d| (d.span, d.level));
    let Builder { schema, diagnostics, spans, passed_over, unread, .. } = builder;
    Parsed { schema, diagnostics, spans, renames, passed_over, unread }
}

/// Rare kinds are known by a statement that says their name: it is the one they have now.
fn redefine(schema: &mut Schema) {
    for (id, object) in &mut schema.objects {
        let Object::Definition(of) = object else { continue };
        let create = definition::create(id, &of.clauses);
        if !create.is_empty() && create != of.create.text {
            of.create.text = create;
        }
    }
}

/// psql's own lines make no object; but a file that nobody followed may.
fn metas(builder: &mut Builder, source: usize, text: &str, metas: &[Token]) {
    for meta in metas {
        let Some(include) = meta::include(text, meta) else {
            builder.pass_over(meta::command(text, meta));
            continue;
        };
        let span = Span { source: source as u32, start: meta.start, end: meta.end };
        let message = format!("psql would read the file `{}` here: left out", include.path);
        builder.diagnostics.push(
            Diagnostic::warning("include", message, span)
                .help("name that file as a source too, or give a file that stands where psql would find it"),
        );
    }
}

/// Whether pg_dump wrote a source: then the owner of every object stands in it.
fn is_dump(source: &Source) -> bool {
    let head = source.text.lines().take(4);
    head.into_iter().any(|line| line.starts_with("-- PostgreSQL database"))
}

/// Whether a statement takes a part of something away: pg_dump --clean begins with those, of tables that come later.
fn drops_part(cursor: &Cursor<'_>) -> bool {
    let mut all = *cursor;
    all.go_to(0);
    let takes_away = (0..12).any(|ahead| all.peek_kw(ahead, "drop"));
    all.at_kws("alter table") && takes_away
}

/// In so many tokens after CREATE stands the name of what it makes: `OR REPLACE ... IF NOT EXISTS schema.name`.
const HEAD: usize = 10;

/// Takes in one statement; a fault becomes a diagnostic, or the statement is put off.
fn take(
    builder: &mut Builder,
    sources: &[Source],
    splits: &[super::split::Split],
    mut work: Deferred,
    later: &mut Vec<Deferred>,
) {
    builder.actions_done = work.done;
    let tokens = &splits[work.source].tokens[work.first..work.last];
    let start = Cursor::new(&sources[work.source].text, work.source as u32, tokens);
    let mut cursor = start;
    builder.settle_renames_before(&cursor);
    match cursor.closed().and_then(|()| statement::statement(&mut cursor, builder)) {
        Ok(()) => {}
        Err(Fault::Missing(_)) if is_dump(&sources[work.source]) && drops_part(&cursor) => {}
        Err(Fault::Missing(_)) => {
            work.done = builder.actions_done;
            if tokens
                .first()
                .is_some_and(|t| t.text(&sources[work.source].text).eq_ignore_ascii_case("create"))
            {
                let head = tokens.iter().skip(1).take(HEAD).map(|t| t.text(&sources[work.source].text));
                builder.waiting.extend(head.map(cursor::unquote_ident));
            }
            later.push(work);
        }
        Err(Fault::Bad(diagnostic)) => tell(builder, *diagnostic, start),
    }
}

/// Tells what is wrong with a statement, and what it is about.
fn tell(builder: &mut Builder, diagnostic: Diagnostic, start: Cursor<'_>) {
    if let (Some(span), Some(name)) = (diagnostic.span, unread::about(start, builder)) {
        builder.unread.push((span, name));
    }
    builder.diagnostics.push(diagnostic);
}

/// Tries what was put off again and again while that gets anywhere, strictly, then leniently; what is left is told.
fn retry(
    builder: &mut Builder,
    sources: &[Source],
    splits: &[super::split::Split],
    mut deferred: Vec<Deferred>,
) {
    while !deferred.is_empty() {
        let before = deferred.len();
        let mut later = Vec::new();
        for work in deferred {
            builder.path = work.path.clone();
            builder.role = work.role.clone();
            builder.home = work.home.clone();
            builder.default_rules_seen = work.default_rules;
            take(builder, sources, splits, work, &mut later);
        }
        deferred = later;
        // Where one waits for the next all along, they are in the wrong order.
        let taken = before - deferred.len();
        if taken > 0 && taken < before / 8 {
            deferred.reverse();
        }
        if deferred.len() == before {
            if builder.lenient {
                break;
            }
            builder.lenient = true;
        }
    }
    for work in deferred {
        builder.path = work.path.clone();
        builder.actions_done = work.done;
        let tokens = &splits[work.source].tokens[work.first..work.last];
        let start = Cursor::new(&sources[work.source].text, work.source as u32, tokens);
        if let Err(fault) = statement::statement(&mut { start }, builder) {
            tell(builder, fault.diagnostic(), start);
        }
    }
}

impl Parsed {
    /// Whether anything was not understood.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|d| d.level == Level::Error)
    }
}
