//! Carrying out a plan: transaction after transaction, what must stand alone alone, each checked, all of it journaled.
//! Whether the plan may be carried out (consent, the lock, the state it was made for) was settled before.

use super::fault::{Fault, Kind};
use super::journal::{Author, Journal};
use super::progress::{Event, Watch};
use super::session::Session;
use super::timeouts::{Limits, Timeouts};
use super::transaction::{self, Stop, Why};
use super::verify::Wanted;
use super::{secrets, settle, state};
use crate::failure::Failure;
use schemasync_core::pair::Pair;
use schemasync_core::plan::{Plan, Step, Verb};

/// What is to be carried out.
#[derive(Clone, Copy, Debug)]
pub struct Job<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// What it leads to.
    pub wanted: Wanted<'a>,
    /// The fingerprints of the states it leads from and to.
    pub fingerprints: &'a Pair<String>,
    /// Who does it, for the journal; `None` for no journal.
    pub author: Option<&'a Author>,
}

/// What was done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// How many steps.
    pub steps: usize,
    /// The run's number in the journal.
    pub run: Option<i64>,
    /// The fingerprint of the state that is there now.
    pub fingerprint: String,
}

/// A run under way.
pub(super) struct Run<'a> {
    pub(super) session: &'a mut Session,
    pub(super) wanted: Wanted<'a>,
    pub(super) limits: &'a Limits,
    pub(super) watch: &'a mut dyn Watch,
    pub(super) journal: Option<Journal>,
    pub(super) total: usize,
}

/// Carries out a plan.
///
/// # Errors
/// What went wrong, at which step, and what has taken effect all the same.
pub fn apply(
    session: &mut Session,
    job: &Job<'_>,
    limits: &Limits,
    watch: &mut dyn Watch,
) -> Result<Outcome, Failure> {
    let journal = match job.author {
        Some(author) => {
            let scope = &job.wanted.scope.schemas;
            Some(Journal::open(&mut session.client, job.plan, scope, job.fingerprints, author)?)
        }
        None => None,
    };
    let steps: Vec<&Step> = job.plan.steps().collect();
    let mut run = Run { session, wanted: job.wanted, limits, watch, journal, total: steps.len() };
    let mut done = 0;
    let mut fingerprint = None;
    for part in &job.plan.transactions {
        let end = done + part.steps.len();
        let (now, to_come) = (steps.get(done..end).unwrap_or_default(), steps.get(end..).unwrap_or_default());
        let ended = match part.transactional {
            true => transaction::run(&mut run, now, done + 1, to_come),
            false => alone(&mut run, now, done + 1, to_come),
        };
        match ended {
            Ok(last) => fingerprint = last,
            Err(stop) => return Err(stopped(&mut run, &stop, &steps, done, part.transactional)),
        }
        done = end;
    }
    Ok(Outcome {
        steps: done,
        run: run.journal.map(|journal| journal.run),
        fingerprint: fingerprint.unwrap_or_default(),
    })
}

/// A statement that takes effect at once, by itself.
fn alone(
    run: &mut Run<'_>,
    steps: &[&Step],
    number: usize,
    to_come: &[&Step],
) -> Result<Option<String>, Stop> {
    let Some(step) = steps.first() else { return Ok(None) };
    if run.session.interrupt.asked() {
        return Err(Stop { step: None, why: Why::Interrupted });
    }
    if let Some(journal) = &run.journal {
        journal.begins(&mut run.session.client, number).map_err(Stop::of)?;
    }
    let limits = run.limits.of(step);
    run.session.client.batch_execute(&limits.sql(false)).map_err(|e| Stop::at(number, e.into()))?;
    let took = transaction::execute(run, step, number, limits);
    let reset = run.session.client.batch_execute(&Timeouts::default().sql(false)).map_err(Fault::from);
    let took = took?;
    reset.map_err(Stop::of)?;
    valid(run, step, number)?;
    if let Some(journal) = &run.journal {
        journal.done(&mut run.session.client, number, &[took]).map_err(Stop::of)?;
    }
    if !to_come.is_empty() {
        return Ok(None);
    }
    run.watch.tell(Event::Verifying);
    let wrong = |failure| Stop { step: None, why: Why::Wrong(failure) };
    let state = state::read(run.session).map_err(wrong)?;
    let fingerprint = transaction::outcome(run, settle::answers, state, to_come).map_err(wrong)?;
    if let (Some(journal), Some(fingerprint)) = (&run.journal, &fingerprint) {
        journal.close(&mut run.session.client, fingerprint).map_err(Stop::of)?;
    }
    Ok(fingerprint)
}

/// An index built beside the traffic has to have come out valid.
fn valid(run: &mut Run<'_>, step: &Step, number: usize) -> Result<(), Stop> {
    let Some(lock) = step.locks.first().filter(|_| step.verb == Verb::Create) else { return Ok(()) };
    let sql = "SELECT i.indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2 AND NOT i.indisvalid";
    let rows = run.session.client.query(sql, &[&lock.on.schema, &lock.on.name]);
    match rows.map_err(|e| Stop::at(number, e.into()))?.first() {
        None => Ok(()),
        Some(row) => {
            let index: String = row.get(0);
            let failure = Failure::new(format!("the index {index} came out invalid"));
            Err(Stop { step: Some(number), why: Why::Wrong(failure) })
        }
    }
}

/// Says what stopped a run and what became of it, in the journal too.
fn stopped(run: &mut Run<'_>, stop: &Stop, steps: &[&Step], done: usize, transactional: bool) -> Failure {
    let failure = told(run, stop, steps, done, transactional);
    if !stop.is_lost()
        && let Some(journal) = &run.journal
    {
        let client = &mut run.session.client;
        let kept = journal.fail(client, stop.step, &failure.message);
        // A late request to cancel may have hit it.
        if kept.is_err_and(|fault| fault.kind == Kind::Stopped) {
            let _ = journal.fail(client, stop.step, &failure.message);
        }
    }
    failure
}

fn told(run: &Run<'_>, stop: &Stop, steps: &[&Step], done: usize, transactional: bool) -> Failure {
    let at = stop.step.and_then(|number| Some((number, steps.get(number - 1)?)));
    let place = at.map_or(String::new(), |(number, step)| {
        let shown = secrets::without(step);
        let first = shown.lines().next().unwrap_or_default();
        format!(" at step {number} of {} ({first})", run.total)
    });
    let alone = !transactional && at.is_some();
    let kept = match (done, alone) {
        (0, false) => "nothing was changed".to_owned(),
        (0, true) => "what it left is cleaned up by the next run".to_owned(),
        (done, _) => {
            let first = if done == 1 { "step 1 was".to_owned() } else { format!("steps 1 to {done} were") };
            format!(
                "{first} committed before and stay{}; the next run goes on from there",
                if done == 1 { "s" } else { "" }
            )
        }
    };
    match &stop.why {
        Why::Fault(fault) => {
            let failure = Failure::from(fault.clone());
            Failure { message: format!("the server refused{place}: {}\n  {kept}", fault.message), ..failure }
        }
        Why::TooLong(limit) => Failure::new(format!("stopped{place}: it ran longer than {} s; {kept}", limit.as_secs_f32()))
            .help("give it more time with --statement-timeout"),
        Why::Busy(tries, by) => Failure::new(format!(
            "gave up{place}: the lock was not to be had in {tries} tries, held by {by}; {kept}"
        ))
        .help("try again when it is free, or give it more time with --lock-timeout or --lock-retries"),
        Why::Interrupted => Failure::new(format!("interrupted{place}: {kept}")),
        Why::Wrong(failure) => {
            let back = if transactional { "rolled back" } else { "it stays as it is" };
            Failure { message: format!("{}\n  {back}; {kept}", failure.message), ..failure.clone() }
        }
        Why::Lost(fault) => {
            let open = match transactional {
                true => "its transaction was not committed, so the server rolls it back",
                false => "the server may still be at it, may have done it, or may leave an invalid index",
            };
            Failure::new(format!("the connection was lost{place}: {}\n  {open}; {kept}", fault.message))
                .help("run the same again: it finds out what is there and goes on")
        }
        Why::InDoubt(fault) => Failure::new(format!(
            "the connection was lost while committing steps {} to {}: {}\n  whether they took effect is not known",
            done + 1,
            steps.len(),
            fault.message
        ))
        .help("run the same again: the journal and the database tell which it is, and it goes on from there"),
    }
}
