//! `schemasync sync`: makes a live database what a schema says, or carries out a saved plan.

use super::Answer;
use super::live::{consent, flags, open, report, wanted, wishes};
use crate::args::Sync;
use crate::failure::{DONE, Failure};
use crate::live::apply::{Job, apply};
use crate::live::journal::Author;
use crate::live::planned::{self, Planned, planned};
use crate::live::session::Session;
use crate::live::timeouts::Limits;
use crate::live::verify::{Wanted, differences};
use crate::live::{lock, recover, settle, state};
use crate::output::{Progress, Terminal};
use crate::settings::Wish;
use crate::source::read_file;
use schemasync_core::plan::consent::{Consent, kind};
use schemasync_core::{plan_file, report};
use std::collections::BTreeSet;
use std::path::Path;
use std::time::Instant;

/// Runs it.
pub(super) fn sync(wish: &Wish, asked: &Sync, terminal: &Terminal) -> Result<Answer, Failure> {
    let consent = consent(&asked.consent);
    match wish {
        Wish::Saved(file) => {
            let file = saved(file)?;
            agreed(&file.plan, &consent)?;
            let mut session = begin(asked, terminal)?;
            let state = state::read(&mut session)?;
            if planned::fingerprint(&state, &file.bound.scope) != file.fingerprints.current {
                return elsewhere(&mut session, &file, state);
            }
            let planned = Planned::from_file(file, state.estimates);
            carry_out(&mut session, &planned, &[], asked, terminal)
        }
        Wish::Schema(schema) => {
            let target = wanted(schema, &asked.database, terminal)?;
            let wishes = wishes(&asked.database, &asked.ways, consent)?;
            let mut session = begin(asked, terminal)?;
            let mut state = state::read(&mut session)?;
            let planned = planned(&mut session, &mut state, &target, &wishes)?;
            carry_out(&mut session, &planned, &target.left_out, asked, terminal)
        }
    }
}

/// A saved plan. One that somebody changed is refused.
fn saved(file: &Path) -> Result<plan_file::PlanFile, Failure> {
    let source = read_file(file)?;
    plan_file::read(&source).map_err(|diagnostic| {
        let failure = match diagnostic.code.as_str() {
            "plan-digest" => Failure::refused(diagnostic.message),
            _ => Failure::new(diagnostic.message),
        };
        Failure { help: diagnostic.help, ..failure }
    })
}

/// A saved plan is carried out whole or not at all.
fn agreed(plan: &schemasync_core::plan::Plan, consent: &Consent) -> Result<(), Failure> {
    let missing: BTreeSet<String> =
        plan.changes.iter().filter(|change| !consent.covers(change)).map(kind).collect();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(Failure::refused("the saved plan destroys data or definitions, so nothing was done")
            .help(format!("{} lets it", flags(&missing)))),
    }
}

/// What to say where the database is not in the state that a saved plan was made for.
fn elsewhere(
    session: &mut Session,
    file: &plan_file::PlanFile,
    state: state::State,
) -> Result<Answer, Failure> {
    let wanted = Wanted { desired: &file.desired, scope: &file.bound.scope, manage: file.bound.manage };
    match differences(session, settle::answers, state, &wanted, &[])?.is_empty() {
        true => {
            Ok(Answer::text("The database is in the state that this plan leads to already.\n".into(), None))
        }
        false => Err(Failure::refused(
            "the database is no longer in the state that this plan was made for, so nothing was done",
        )
        .help("make the plan again with `schemasync plan --out`, and look at what has changed")),
    }
}

/// Connects and takes the lock; tells what an earlier run left. A dry run looks without the lock.
fn begin(asked: &Sync, terminal: &Terminal) -> Result<Session, Failure> {
    let mut session = open(&asked.database, terminal)?;
    if asked.dry_run {
        return Ok(session);
    }
    let waiting = |holder: &str| terminal.warn(&format!("waiting for another run to end: {holder}"));
    lock::take(&mut session, asked.lock_wait, &mut { waiting })?;
    recover::recover(&mut session.client, !asked.no_journal, &mut |story| terminal.warn(story))?;
    Ok(session)
}

fn carry_out(
    session: &mut Session,
    planned: &Planned,
    left_out: &[String],
    asked: &Sync,
    terminal: &Terminal,
) -> Result<Answer, Failure> {
    terminal.show(&report::text(&report(planned, left_out), terminal.color_out));
    if asked.dry_run {
        return Ok(Answer::default());
    }
    if planned.is_empty() {
        return held_back(planned);
    }
    if !asked.yes {
        ask(session, planned, terminal)?;
    }
    let limits = Limits {
        lock_timeout: asked.lock_timeout,
        statement_timeout: asked.statement_timeout,
        lock_retries: asked.lock_retries,
        lock_wait: asked.lock_wait,
    };
    let author = Author::default();
    let job = Job {
        plan: &planned.plan,
        wanted: Wanted { desired: &planned.desired, scope: &planned.scope, manage: planned.manage },
        fingerprints: &planned.fingerprints,
        author: (!asked.no_journal).then_some(&author),
    };
    let started = Instant::now();
    let outcome = apply(session, &job, &limits, &mut Progress::new(terminal))?;
    let steps = super::read::count(outcome.steps, "step");
    terminal.show(&format!("Done: {steps} in {:.2} s.\n", started.elapsed().as_secs_f64()));
    held_back(planned)
}

/// The end of a run, with a word on what it did not do.
fn held_back(planned: &Planned) -> Result<Answer, Failure> {
    let kinds: BTreeSet<String> =
        planned.held_back.iter().filter(|change| change.needs_consent()).map(kind).collect();
    match kinds.is_empty() {
        true => Ok(Answer { status: DONE, ..Answer::default() }),
        false => {
            let held = super::read::count(planned.held_back.len(), "change");
            Err(Failure::refused(format!(
                "{held} held back, for data or definitions would be lost; all else is as wanted"
            ))
            .help(format!("{} makes them too", flags(&kinds))))
        }
    }
}

/// Asks whether to go on. The database must not change meanwhile.
fn ask(session: &mut Session, planned: &Planned, terminal: &Terminal) -> Result<(), Failure> {
    let steps = super::read::count(planned.plan.steps().count(), "step");
    let question = format!("Carry out {steps} on {}?", session.target);
    match session.interrupt.exposed(|| terminal.ask(&question)) {
        None => {
            Err(Failure::refused("nothing was done: there is nobody to ask")
                .help("--yes does it without asking"))
        }
        Some(false) => Err(Failure::refused("nothing was done")),
        Some(true) => {
            let state = state::read(session)?;
            match planned::fingerprint(&state, &planned.scope) == planned.fingerprints.current {
                true => Ok(()),
                false => {
                    Err(Failure::refused("nothing was done: the database changed meanwhile")
                        .help("run it again"))
                }
            }
        }
    }
}
