//! `schemasync plan`: what `sync` would do to a live database, shown and saved.

use super::Answer;
use super::live::{both, flags, report, wishes};
use crate::args::{DiffFormat, Plan};
use crate::failure::{DIFFERENT, Failure};
use crate::live::planned::{Planned, planned};
use crate::output::Terminal;
use crate::source::Place;
use schemasync_core::diagnostic::Renderer;
use schemasync_core::plan::consent::{Consent, kind};
use schemasync_core::plan_file::{self, Bound};
use schemasync_core::report;
use std::collections::BTreeSet;

/// Runs it.
pub(super) fn plan(schema: &Place, asked: &Plan, terminal: &Terminal) -> Result<Answer, Failure> {
    let consent = match asked.hold_back {
        true => Consent { everything: false, kinds: asked.allow.iter().cloned().collect() },
        false => Consent::to_everything(),
    };
    let wishes = wishes(&asked.database, &asked.ways, consent)?;
    let (target, mut session, mut state) = both(schema, &asked.database, terminal)?;
    let mut planned = planned(&mut session, &mut state, &target, &wishes)?;
    if asked.out.is_some() || asked.format == DiffFormat::Json {
        planned.bind(&state);
    }
    if asked.format != DiffFormat::Text {
        let renderer = Renderer::new(&[]);
        planned.plan.diagnostics.iter().for_each(|diagnostic| terminal.diagnose(diagnostic, &renderer));
    }
    let report = report(&planned, &target.left_out);
    let bound = Bound {
        tool: crate::TOOL.into(),
        target: session.target.clone(),
        scope: planned.scope.clone(),
        manage: planned.manage,
    };
    let text = match asked.format {
        DiffFormat::Sql => report::sql(&report),
        DiffFormat::Text => needs(&planned) + &report::text(&report, terminal.color_out),
        DiffFormat::Json => plan_file::write(&report, &bound, &planned.desired),
        DiffFormat::Markdown => report::markdown(&report),
    };
    let mut answer = Answer::text(text, None);
    if let Some(path) = &asked.out {
        answer.files.push((path.clone(), plan_file::write(&report, &bound, &planned.desired)));
        // A statement may hold somebody's password.
        answer.private = true;
    }
    if asked.exit_code && !planned.is_empty() {
        answer.status = DIFFERENT;
    }
    // The process is at its end: taking large schemas apart would only keep the user waiting.
    std::mem::forget((state, target, planned));
    Ok(answer)
}

/// What `sync` would want to be told before it does all this.
fn needs(planned: &Planned) -> String {
    let kinds: BTreeSet<String> =
        planned.plan.changes.iter().filter(|change| change.needs_consent()).map(kind).collect();
    match kinds.is_empty() {
        true => String::new(),
        false => format!("needs consent: sync does all of this only with {}\n\n", flags(&kinds)),
    }
}
