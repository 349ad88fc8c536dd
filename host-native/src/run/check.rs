//! `schemasync check`: whether a live database is what a schema says. Reads the catalog, changes nothing.

use super::Answer;
use super::live::{both, manage, report};
use crate::args::{Check, CheckFormat};
use crate::failure::{DIFFERENT, DONE, Failure};
use crate::live::planned::{Online, Wishes, planned};
use crate::output::Terminal;
use crate::source::Place;
use schemasync_core::plan::consent::Consent;
use schemasync_core::report;

/// Runs it.
pub(super) fn check(schema: &Place, asked: &Check, terminal: &Terminal) -> Result<Answer, Failure> {
    let wishes = Wishes {
        manage: manage(&asked.database.manage),
        online: Online::Never,
        consent: Consent::to_everything(),
        ..Wishes::default()
    };
    let (target, mut session, mut state) = both(schema, &asked.database, terminal)?;
    let mut planned = planned(&mut session, &mut state, &target, &wishes)?;
    if asked.format == CheckFormat::Json {
        planned.bind(&state);
    }
    let report = report(&planned, &target.left_out);
    let text = match asked.format {
        CheckFormat::Text => report::drift(&report, terminal.color_out && asked.out.is_none()),
        CheckFormat::Json => report::json(&report),
        CheckFormat::Markdown => report::markdown(&report),
        CheckFormat::Github => report::github(&report, &session.target),
    };
    let status = if planned.plan.changes.is_empty() { DONE } else { DIFFERENT };
    // As in `plan`: nobody waits for large schemas to be taken apart.
    std::mem::forget((state, target, planned));
    Ok(Answer { status, ..Answer::text(text, asked.out.as_ref()) })
}
