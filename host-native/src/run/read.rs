//! From a place to a side of a comparison: reads it, has it understood, tells what was not.

use crate::args::{Scope, Unsupported};
use crate::failure::Failure;
use crate::output::Terminal;
use crate::source::{Place, Texts};
use schemasync_core::diagnostic::Renderer;
use schemasync_core::scope;
use schemasync_core::side::{Limits, Side};
use schemasync_core::source::Source;

/// Reads a place. What is wrong with the text is said at once; the caller asks for the faults when all is read.
pub(super) fn read(place: &Place, scope: &Scope, terminal: &Terminal) -> Result<Side, Failure> {
    let limits = Limits {
        scope: scope::Scope {
            schemas: scope.schema.clone(),
            ignore: scope.ignore.clone(),
            ..Default::default()
        },
        leave_out: scope.unsupported == Unsupported::Warn,
    };
    Ok(match place.read(&mut |line| terminal.warn(line))? {
        Texts::Ddl(sources) => told(Side::of_ddl(&sources, &limits), &sources, terminal),
        Texts::Json(source) => told(Side::of_document(&source, &limits), &[source], terminal),
    })
}

/// Tells what there is to tell of a source.
fn told(side: Side, sources: &[Source], terminal: &Terminal) -> Side {
    let renderer = Renderer::new(sources);
    side.diagnostics.iter().for_each(|diagnostic| terminal.diagnose(diagnostic, &renderer));
    let bytes: usize = sources.iter().map(|source| source.text.len()).sum();
    terminal.note(&format!(
        "read {} in {}: {}",
        count(bytes, "byte"),
        count(sources.len(), "file"),
        count(side.schema.objects.len(), "object")
    ));
    if !side.passed_over.is_empty() {
        let all = side.passed_over.iter().map(|(words, number)| match number {
            1 => words.clone(),
            _ => format!("{words} ({number})"),
        });
        terminal
            .note(&format!("passed over, as it changes no schema: {}", all.collect::<Vec<_>>().join(", ")));
    }
    side
}

/// The end of a run whose sources have faults; they were told already.
pub(super) fn refuse(sides: &[&Side]) -> Result<(), Failure> {
    faultless(sides.iter().map(|side| side.faults()).sum())
}

/// The end of a run with so many faults, if there are any; they were told already.
pub(super) fn faultless(faults: usize) -> Result<(), Failure> {
    match faults {
        0 => Ok(()),
        faults => Err(Failure::new(format!("{}, nothing printed", count(faults, "error")))),
    }
}

/// A number with its noun: `1 table`, `2 tables`.
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}
