//! From a place to a schema: reads, parses, tells what was not understood.

use crate::args::{Scope, Unsupported};
use crate::failure::Failure;
use crate::live::state::foreign;
use crate::output::Terminal;
use crate::source::{Place, Texts};
use schemasync_core::diagnostic::{Diagnostic, Level, Renderer};
use schemasync_core::model::{ObjectId, Schema};
use schemasync_core::source::Source;
use schemasync_core::{Parsed, catalog, parse, scope, snapshot};
use std::collections::BTreeMap;

/// A source, understood.
#[derive(Clone, Debug, Default)]
pub(super) struct Side {
    /// What it says, limited to what counts.
    pub(super) schema: Schema,
    /// Its `-- @renamed from=old` directives.
    pub(super) renames: BTreeMap<ObjectId, String>,
    /// Statements left out, as `file:line:column: message`.
    pub(super) left_out: Vec<String>,
    /// How many faults there were.
    pub(super) faults: usize,
    /// Whether it is what a server's catalog says rather than what somebody wrote.
    pub(super) catalog: bool,
}

impl Side {
    /// Reads a place. What is wrong with the text is said at once; the caller asks for `faults` when all is read.
    pub(super) fn read(place: &Place, scope: &Scope, terminal: &Terminal) -> Result<Self, Failure> {
        let side = match place.read(&mut |line| terminal.warn(line))? {
            Texts::Ddl(sources) => ddl(&sources, scope, terminal),
            Texts::Json(source) if catalog::is_catalog(&source.text) => {
                let mut parsed = catalog::read(&source.text);
                parsed.schema = foreign(parsed.schema);
                Side { catalog: true, ..understood(parsed, &[source], scope, terminal) }
            }
            Texts::Json(source) => match snapshot::read(&source) {
                Ok(schema) => Side { schema, ..Side::default() },
                Err(diagnostic) => {
                    terminal.diagnose(&diagnostic, &Renderer::new(&[source]));
                    Side { faults: 1, ..Side::default() }
                }
            },
        };
        let limits = scope::Scope {
            schemas: scope.schema.clone(),
            ignore: scope.ignore.clone(),
            ..Default::default()
        };
        Ok(Side { schema: limits.limit(side.schema), ..side })
    }
}

fn ddl(sources: &[Source], scope: &Scope, terminal: &Terminal) -> Side {
    understood(parse(sources), sources, scope, terminal)
}

/// Tells what was not understood of a source.
fn understood(parsed: Parsed, sources: &[Source], scope: &Scope, terminal: &Terminal) -> Side {
    let renderer = Renderer::new(sources);
    let mut side = Side { schema: parsed.schema, renames: parsed.renames, ..Side::default() };
    for mut diagnostic in parsed.diagnostics {
        if diagnostic.level == Level::Error {
            match scope.unsupported {
                Unsupported::Warn if diagnostic.can_be_left_out() => {
                    diagnostic.level = Level::Warning;
                    diagnostic.help = Some("left out, as --unsupported warn says".into());
                    side.left_out.push(place_and_message(&diagnostic, &renderer));
                }
                _ => side.faults += 1,
            }
        }
        terminal.diagnose(&diagnostic, &renderer);
    }
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    terminal.note(&format!(
        "read {} in {}: {}",
        count(bytes, "byte"),
        count(sources.len(), "file"),
        count(side.schema.objects.len(), "object")
    ));
    if !parsed.passed_over.is_empty() {
        let all = parsed.passed_over.iter().map(|(words, number)| match number {
            1 => words.clone(),
            _ => format!("{words} ({number})"),
        });
        terminal
            .note(&format!("passed over, as it changes no schema: {}", all.collect::<Vec<_>>().join(", ")));
    }
    side
}

fn place_and_message(diagnostic: &Diagnostic, renderer: &Renderer<'_>) -> String {
    let rendered = renderer.render(diagnostic);
    rendered.lines().next().unwrap_or_default().replacen("warning: ", "", 1)
}

/// The end of a run whose sources have faults; they were told already.
pub(super) fn refuse(sides: &[&Side]) -> Result<(), Failure> {
    match sides.iter().map(|side| side.faults).sum() {
        0 => Ok(()),
        faults => Err(Failure::new(format!("{}, nothing printed", count(faults, "error")))),
    }
}

/// A number with its noun: `1 table`, `2 tables`.
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
