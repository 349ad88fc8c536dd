//! What PostgreSQL would refuse of a schema although each of its statements can be read: two things of one name, keys that
//! cannot be, columns that are nowhere or of no fitting type. Looked at when all sources are in. What may depend on something that no source
//! shows (an extension's objects) is let pass.

mod columns;
mod keys;
mod names;
mod privileges;
mod reference_types;

use super::parse::Parsed;
use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::Diagnostic;
use crate::model::{ObjectId, SqlText};
use crate::source::{Source, Span};

/// Parses the sources as one schema. Bad input is data: what was understood, and a diagnostic for each thing that was not or
/// that PostgreSQL would refuse.
pub fn parse(sources: &[Source]) -> Parsed {
    let mut parsed = super::parse::parse(sources);
    check(&mut parsed, sources);
    parsed
}

/// Adds what is wrong to the diagnostics of a parse.
fn check(parsed: &mut Parsed, sources: &[Source]) {
    let places = Places { spans: &parsed.spans, sources };
    let mut found = names::faults(&parsed.schema, &places);
    found.extend(keys::faults(&parsed.schema, &places));
    found.extend(columns::faults(&parsed.schema, &places));
    found.extend(privileges::faults(&parsed.schema, &places));
    // What could not be taken in is told already; what hangs on it need not be.
    if parsed.has_errors() {
        found.retain(|diagnostic| diagnostic.code == "duplicate-object");
    }
    if !found.is_empty() {
        parsed.diagnostics.extend(found);
        parsed.diagnostics.sort_by_key(|diagnostic| (diagnostic.span, diagnostic.level));
    }
}

/// Where things stand in the sources.
struct Places<'a> {
    spans: &'a BTreeMap<ObjectId, Span>,
    sources: &'a [Source],
}

impl Places<'_> {
    /// Where an object was made; nothing for what no statement makes by itself.
    fn of(&self, id: &ObjectId) -> Option<Span> {
        self.spans.get(id).copied()
    }

    /// Where a word stands in a text of an object, else where the object was made.
    fn within(&self, id: &ObjectId, text: Option<&SqlText>, word: &str) -> Option<Span> {
        let made = self.of(id)?;
        let source = self.sources.get(made.source as usize)?;
        let found = || {
            let start = made.start as usize;
            let rest = source.text.get(start..)?;
            let text_at = text.map_or(Some(0), |text| rest.find(text.text.as_str()))?;
            let at = text_at + word_in(rest.get(text_at..)?, word)?;
            let start = u32::try_from(start + at).ok()?;
            Some(Span { source: made.source, start, end: start + u32::try_from(word.len()).ok()? })
        };
        Some(found().unwrap_or(made))
    }
}

/// Where a word stands by itself.
fn word_in(text: &str, word: &str) -> Option<usize> {
    let part = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '_');
    let alone = |at: &usize| {
        let (before, after) = (text.get(..*at), text.get(at + word.len()..));
        !part(before.and_then(|s| s.chars().next_back())) && !part(after.and_then(|s| s.chars().next()))
    };
    text.match_indices(word).map(|(at, _)| at).find(alone)
}

/// The first name that stands twice.
fn twice<'n>(names: impl IntoIterator<Item = &'n String>) -> Option<&'n String> {
    let mut seen = BTreeSet::new();
    names.into_iter().find(|name| !seen.insert(*name))
}

fn fault(code: &str, message: String, span: Span) -> Diagnostic {
    Diagnostic::error(code, message, span)
}
