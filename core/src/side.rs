//! One side of a comparison: the texts of a source, understood and limited to what counts. Reading the texts, and telling
//! people what is wrong with them, is the hosts' business.

use crate::collections::BTreeMap;
use crate::diagnostic::{Diagnostic, Level, Renderer};
use crate::model::{Kind, ObjectId, Schema};
use crate::options::Directives;
use crate::scope::Scope;
use crate::source::{Source, Span};
use crate::{Parsed, catalog, parse, snapshot};

/// The schema that Schema Sync keeps its own journal in, which no comparison sees.
pub const JOURNAL: &str = "schemasync";

/// What of a source counts, and what becomes of statements that nobody understands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Limits {
    /// What counts.
    pub scope: Scope,
    /// Go on without statements that nobody understands, and say so.
    pub leave_out: bool,
}

/// A source, understood.
#[derive(Clone, Debug, Default)]
pub struct Side {
    /// What it says, limited to what counts.
    pub schema: Schema,
    /// Its `-- @renamed from=old` directives, and what it renames itself.
    pub renames: Directives,
    /// Where each object was made.
    pub spans: BTreeMap<ObjectId, Span>,
    /// What there is to tell.
    pub diagnostics: Vec<Diagnostic>,
    /// Statements left out, as `file:line:column: message`.
    pub left_out: Vec<String>,
    /// What those are about, as patterns of a scope: whatever else is known of it, neither side is compared there.
    pub unread: Vec<String>,
    /// The first words of statements that change no schema, and how many there were of each.
    pub passed_over: BTreeMap<String, usize>,
    /// Whether it is what a server's catalog says rather than what somebody wrote.
    pub catalog: bool,
}

impl Side {
    /// What DDL says.
    pub fn of_ddl(sources: &[Source], limits: &Limits) -> Self {
        understood(parse(sources), sources, limits)
    }

    /// What a JSON document says: a snapshot, or the answer to the catalog query.
    pub fn of_document(source: &Source, limits: &Limits) -> Self {
        let sources = std::slice::from_ref(source);
        if catalog::is_catalog(&source.text) {
            let mut parsed = catalog::read(&source.text);
            parsed.schema = foreign(parsed.schema);
            return Side { catalog: true, ..understood(parsed, sources, limits) };
        }
        match snapshot::read(source) {
            Ok(schema) => understood(Parsed { schema, ..Parsed::default() }, sources, limits),
            Err(diagnostic) => Side { diagnostics: vec![diagnostic], ..Side::default() },
        }
    }

    /// How many faults there are: with any, the side cannot be used.
    pub fn faults(&self) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).count()
    }
}

/// A schema without our own journal.
pub fn foreign(mut schema: Schema) -> Schema {
    schema.objects.retain(|id, _| !is_ours(id));
    schema
}

/// Whether an object belongs to our own journal.
pub fn is_ours(id: &ObjectId) -> bool {
    id.schema == JOURNAL || id.kind == Kind::Schema && id.name == JOURNAL
}

fn understood(parsed: Parsed, sources: &[Source], limits: &Limits) -> Side {
    let renderer = Renderer::new(sources);
    let mut side = Side {
        schema: limits.scope.limit(parsed.schema),
        renames: parsed.renames,
        spans: parsed.spans,
        diagnostics: parsed.diagnostics,
        passed_over: parsed.passed_over,
        ..Side::default()
    };
    for diagnostic in &mut side.diagnostics {
        if limits.leave_out && diagnostic.level == Level::Error && diagnostic.can_be_left_out() {
            diagnostic.level = Level::Warning;
            diagnostic.help = Some("left out, as --unsupported warn says".into());
            let mut said = place_and_message(diagnostic, &renderer);
            if let Some((_, name)) = parsed.unread.iter().find(|(at, _)| Some(*at) == diagnostic.span) {
                said.push_str(&format!(" ({name} is not compared)"));
                side.unread.push(name.clone());
            }
            side.left_out.push(said);
        }
    }
    side
}

fn place_and_message(diagnostic: &Diagnostic, renderer: &Renderer<'_>) -> String {
    let rendered = renderer.render(diagnostic);
    rendered.lines().next().unwrap_or_default().replacen("warning: ", "", 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::Comparison;
    use crate::options::Options;
    use crate::pair::Pair;
    use crate::report;

    #[track_caller]
    fn check(current: &str, desired: &str, expected: &str) {
        let limits = Limits { leave_out: true, ..Limits::default() };
        let sides = [current, desired].map(|text| Side::of_ddl(&[Source::new("a.sql", text)], &limits));
        let [current, desired] = &sides;
        let pair = Pair::new(current, desired);
        let compared = Comparison::new(pair, &[], Options::default(), false).unwrap();
        pretty_assertions::assert_eq!(report::sql(&compared.report()), expected);
    }

    #[test]
    fn what_is_left_out_is_not_compared() {
        let rest = "CREATE INDEX i ON big (id);\nCREATE VIEW v AS SELECT id FROM big;\n";
        check(
            &format!("CREATE TABLE big (id int);\n{rest}"),
            &format!("CREATE TABLE big (id int) FROBNICATE yes;\n{rest}CREATE TABLE t (a int);"),
            "-- left out: a.sql:1:27: expected INHERITS, PARTITION BY, USING, WITH, TABLESPACE or the end, \
             found `FROBNICATE` (public.big is not compared)\n\
             -- left out: a.sql:2:19: relation \"big\" does not exist (public.i is not compared)\n\
             -- left out: a.sql:3:33: view v needs a table or view \"big\", which does not exist \
             (public.v is not compared)\n\n\
             CREATE TABLE t (\n    a integer\n);\n",
        );
    }
}
