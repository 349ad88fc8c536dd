//! Steps that take effect together: BEGIN, each step under its time limits, a look at the outcome, COMMIT. Where a lock is
//! not to be had the whole is rolled back, so that nobody queues behind it, and begun again after a pause.

use super::apply::Run;
use super::fault::{Fault, Kind};
use super::progress::Event;
use super::settle::{self, Asking};
use super::timeouts::Timeouts;
use super::{state, verify};
use crate::failure::Failure;
use schemasync_core::model::ObjectId;
use schemasync_core::plan::Step;
use schemasync_core::{canonical, snapshot};
use std::time::{Duration, Instant};

/// Why steps were not carried out.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The step it stopped at, from 1; `None` if at none.
    pub step: Option<usize>,
    /// What happened.
    pub why: Why,
}

/// What stopped a run.
#[derive(Clone, Debug)]
pub enum Why {
    /// The server said no.
    Fault(Fault),
    /// A statement ran longer than it may.
    TooLong(Duration),
    /// The locks were not to be had, after so many tries; who holds them.
    Busy(u32, String),
    /// Somebody asked for an end.
    Interrupted,
    /// The outcome is not what is wanted, or could not be looked at.
    Wrong(Failure),
    /// The connection went away.
    Lost(Fault),
    /// The connection went away while committing: nobody here knows whether it took effect.
    InDoubt(Fault),
}

impl Stop {
    /// At a step, for what the server said.
    pub fn at(step: usize, fault: Fault) -> Self {
        let why = if fault.kind == Kind::Lost { Why::Lost(fault) } else { Why::Fault(fault) };
        Stop { step: Some(step), why }
    }

    /// Beside the steps.
    pub fn of(fault: Fault) -> Self {
        let why = if fault.kind == Kind::Lost { Why::Lost(fault) } else { Why::Fault(fault) };
        Stop { step: None, why }
    }

    /// Whether the connection is gone.
    pub fn is_lost(&self) -> bool {
        matches!(self.why, Why::Lost(_) | Why::InDoubt(_))
    }
}

/// Carries out steps in one transaction; `first` is the number of the first. Gives back the fingerprint of the outcome if
/// nothing is to come after it.
pub(super) fn run(
    run: &mut Run<'_>,
    steps: &[&Step],
    first: usize,
    to_come: &[&Step],
) -> Result<Option<String>, Stop> {
    let mut tries = 0;
    loop {
        tries += 1;
        let stop = match attempt(run, steps, first, to_come) {
            Ok(fingerprint) => return Ok(fingerprint),
            Err(stop) if stop.is_lost() => return Err(stop),
            Err(stop) => stop,
        };
        roll_back(run);
        let busy = matches!(&stop.why, Why::Fault(fault) if fault.kind == Kind::Busy);
        if !busy {
            return Err(stop);
        }
        let blockers = blockers(run, stop.step.and_then(|step| steps.get(step - first)).copied());
        if tries > run.limits.lock_retries {
            return Err(Stop { why: Why::Busy(tries, blockers), ..stop });
        }
        let pause = run.limits.pause(tries);
        run.watch.tell(Event::Again(pause, tries, &blockers));
        if !run.session.interrupt.sleep(pause) {
            return Err(Stop { why: Why::Interrupted, ..stop });
        }
    }
}

fn attempt(
    run: &mut Run<'_>,
    steps: &[&Step],
    first: usize,
    to_come: &[&Step],
) -> Result<Option<String>, Stop> {
    run.session.client.batch_execute("BEGIN").map_err(|e| Stop::of(e.into()))?;
    let mut took = Vec::new();
    let mut limits = Timeouts::default();
    for (number, step) in (first..).zip(steps) {
        let wanted = run.limits.of(step);
        if wanted != limits {
            let set = run.session.client.batch_execute(&wanted.sql(true));
            set.map_err(|e| Stop::at(number, e.into()))?;
            limits = wanted;
        }
        took.push(execute(run, step, number, limits)?);
    }
    let fingerprint = look(run, steps, to_come)?;
    let journaled = run.journal.as_ref().map_or(Ok(()), |journal| {
        let client = &mut run.session.client;
        client.batch_execute(&Timeouts::default().sql(true))?;
        journal.done(client, first, &took)?;
        fingerprint.as_ref().map_or(Ok(()), |fingerprint| journal.close(client, fingerprint))
    });
    journaled.map_err(Stop::of)?;
    if run.session.interrupt.asked() {
        return Err(Stop { step: None, why: Why::Interrupted });
    }
    match run.session.client.batch_execute("COMMIT").map_err(Fault::from) {
        Err(fault) if fault.kind == Kind::Lost => Err(Stop { step: None, why: Why::InDoubt(fault) }),
        Err(fault) => Err(Stop::of(fault)),
        Ok(()) => {
            run.watch.tell(Event::Committed);
            Ok(fingerprint)
        }
    }
}

/// Runs one statement, and tells of it. Gives back how long it took.
pub(super) fn execute(
    run: &mut Run<'_>,
    step: &Step,
    number: usize,
    limits: Timeouts,
) -> Result<Duration, Stop> {
    let stopped = |why| Stop { step: Some(number), why };
    if run.session.interrupt.asked() {
        return Err(Stop { step: None, why: Why::Interrupted });
    }
    run.watch.tell(Event::Begins(number, run.total, step));
    let started = Instant::now();
    let client = &mut run.session.client;
    let done = run.session.interrupt.during(|| client.batch_execute(&step.sql)).map_err(Fault::from);
    let took = started.elapsed();
    run.watch.tell(if done.is_ok() { Event::Done(took) } else { Event::Broken });
    match done {
        Ok(()) => Ok(took),
        Err(fault) if fault.kind == Kind::Stopped && run.session.interrupt.asked() => {
            Err(stopped(Why::Interrupted))
        }
        Err(fault)
            if fault.kind == Kind::Stopped && !limits.statement.is_zero() && took >= limits.statement =>
        {
            Err(stopped(Why::TooLong(limits.statement)))
        }
        Err(fault) => Err(Stop::at(number, fault)),
    }
}

/// Compares what the transaction made with what is wanted. A single statement on the way is taken at the server's word.
fn look(run: &mut Run<'_>, steps: &[&Step], to_come: &[&Step]) -> Result<Option<String>, Stop> {
    if steps.len() == 1 && !to_come.is_empty() {
        return Ok(None);
    }
    let wrong = |failure| Stop { step: None, why: Why::Wrong(failure) };
    run.watch.tell(Event::Verifying);
    let read = state::read_within(run.session);
    if run.session.interrupt.asked() {
        return Err(Stop { step: None, why: Why::Interrupted });
    }
    outcome(run, settle::answers_within, read.map_err(wrong)?, to_come).map_err(wrong)
}

/// Whether the outcome is what is wanted, and its fingerprint if it is the last.
pub(super) fn outcome(
    run: &mut Run<'_>,
    ask: Asking,
    state: state::State,
    to_come: &[&Step],
) -> Result<Option<String>, Failure> {
    let fingerprint = to_come.is_empty().then(|| {
        let limited = run.wanted.scope.limit(state.schema.clone());
        snapshot::fingerprint(&canonical(&limited))
    });
    let differences = verify::differences(run.session, ask, state, &run.wanted, to_come)?;
    match differences.is_empty() {
        true => Ok(fingerprint),
        false => Err(Failure::new(format!(
            "the outcome differs from what is wanted:{}",
            verify::told(&differences)
        ))),
    }
}

/// Ends the transaction without effect. A late request to cancel may hit the first try.
pub(super) fn roll_back(run: &mut Run<'_>) {
    if run.session.client.batch_execute("ROLLBACK").is_err() {
        let _ = run.session.client.batch_execute("ROLLBACK");
    }
}

const BLOCKERS: &str = "
    SELECT DISTINCT format('%s (process %s of %s%s)', coalesce(nullif(a.application_name, ''), 'somebody'), a.pid,
        coalesce(a.usename, '?'), coalesce(', in a transaction since ' || to_char(a.xact_start, 'HH24:MI:SS'), ''))
    FROM unnest($1::text[], $2::text[]) AS t (space, name)
    JOIN pg_namespace n ON n.nspname = t.space JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = t.name
    JOIN pg_locks l ON l.locktype = 'relation' AND l.relation = c.oid AND l.granted
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
    JOIN pg_stat_activity a ON a.pid = l.pid WHERE a.pid <> pg_backend_pid() ORDER BY 1";

/// Who holds locks on what a step needed.
fn blockers(run: &mut Run<'_>, step: Option<&Step>) -> String {
    let on: Vec<&ObjectId> = step.into_iter().flat_map(|step| &step.locks).map(|lock| &lock.on).collect();
    let schemas: Vec<&str> = on.iter().map(|id| id.schema.as_str()).collect();
    let names: Vec<&str> = on.iter().map(|id| id.name.as_str()).collect();
    let rows = run.session.client.query(BLOCKERS, &[&schemas, &names]).unwrap_or_default();
    let told: Vec<String> = rows.iter().map(|row| row.get(0)).collect();
    if told.is_empty() { "somebody".into() } else { told.join(", ") }
}
