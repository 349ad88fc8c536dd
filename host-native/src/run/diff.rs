//! `schemasync diff`: two sources in, the way from one to the other out.

use super::Answer;
use super::read::{faultless, read, refuse};
use crate::args::{Diff, DiffFormat};
use crate::failure::{DIFFERENT, Failure};
use crate::output::Terminal;
use crate::source::Place;
use schemasync_core::comparison::{self, Comparison};
use schemasync_core::diagnostic::Renderer;
use schemasync_core::options::{self, Options};
use schemasync_core::pair::Pair;
use schemasync_core::report;

/// Runs it.
pub(super) fn diff(from: &Place, to: &Place, asked: &Diff, terminal: &Terminal) -> Result<Answer, Failure> {
    let side = |place: &Place| read(place, &asked.scope, terminal);
    let sides = Pair::new(side(from)?, side(to)?);
    let sides = sides.as_ref();
    refuse(&[sides.current, sides.desired])?;
    let mut compared = Comparison::new(sides, &asked.scope.schema, options(asked)?, asked.reverse)?;
    tell(&compared, terminal)?;
    if asked.format == DiffFormat::Json {
        compared = compared.with_fingerprints(sides);
    }
    let report = compared.report();
    let text = match asked.format {
        DiffFormat::Sql => report::sql(&report),
        DiffFormat::Text => report::text(&report, terminal.color_out && asked.out.is_none()),
        DiffFormat::Json => report::json(&report),
        DiffFormat::Markdown => report::markdown(&report),
    };
    let mut answer = Answer::text(text, asked.out.as_ref());
    if asked.exit_code && !compared.plan.changes.is_empty() {
        answer.status = DIFFERENT;
    }
    Ok(answer)
}

fn options(asked: &Diff) -> Result<Options, Failure> {
    Ok(Options {
        renames: renames(&asked.rename)?,
        manage: super::live::manage(&asked.manage),
        online: asked.online,
        ..Options::default()
    })
}

/// What `--rename` says, each time it is given.
pub(super) fn renames(asked: &[String]) -> Result<Vec<options::Rename>, Failure> {
    Ok(asked.iter().map(|rename| comparison::rename(rename)).collect::<Result<_, _>>()?)
}

/// Says what the plan has to say. A plan that leaves out what it should do is none.
fn tell(compared: &Comparison, terminal: &Terminal) -> Result<(), Failure> {
    let diagnostics = &compared.plan.diagnostics;
    diagnostics.iter().for_each(|diagnostic| terminal.diagnose(diagnostic, &Renderer::new(&[])));
    faultless(compared.faults())
}
