//! What the commands on a live database have in common: the connection, what is wanted, the wishes.

use super::read::{read, refuse};
use crate::args::{Consent, Database, Manage, Ways};
use crate::failure::Failure;
use crate::live::planned::{Online, Planned, Wishes};
use crate::live::session::Session;
use crate::live::state::{self, State};
use crate::live::target::Target;
use crate::output::Terminal;
use crate::postgres::catalog;
use crate::postgres::connect::{self, Environment};
use crate::source::{Place, reason};
use schemasync_core::options;
use schemasync_core::plan::consent;
use schemasync_core::report::Report;
use schemasync_core::scope::Scope;
use std::collections::BTreeSet;

/// Connects, and has Ctrl-C and SIGTERM end what runs there.
pub(super) fn open(asked: &Database, terminal: &Terminal) -> Result<Session, Failure> {
    let target = connect::Target::find(asked.url.as_deref(), &Environment::of_process())?.waiting(asked.wait);
    let connected = connect::connect_telling(&target, &mut |line| terminal.warn(line))?;
    catalog::supported(&connected)?;
    let session = Session::of(connected)?;
    session
        .interrupt
        .listen()
        .map_err(|e| Failure::new(format!("cannot listen for Ctrl-C: {}", reason(&e))))?;
    terminal.note(&format!("connected to {}", session.target));
    Ok(session)
}

/// Reads what is wanted.
pub(super) fn wanted(schema: &Place, asked: &Database, terminal: &Terminal) -> Result<Target, Failure> {
    let side = read(schema, &asked.scope, terminal)?;
    refuse(&[&side])?;
    let scope = Scope {
        schemas: asked.scope.schema.clone(),
        ignore: [asked.scope.ignore.clone(), side.unread].concat(),
        ..Scope::default()
    };
    let target = match asked.whole_database {
        true => Target::whole(side.schema, side.renames, scope),
        false => Target::new(side.schema, side.renames, scope)?,
    };
    Ok(Target { left_out: side.left_out, ..target })
}

/// Reads what is wanted and, meanwhile, what is there. What is wrong with the first is said first, without waiting.
pub(super) fn both(
    schema: &Place,
    asked: &Database,
    terminal: &Terminal,
) -> Result<(Target, Session, State), Failure> {
    let (database, telling) = (asked.clone(), *terminal);
    let reading = std::thread::spawn(move || {
        let mut session = open(&database, &telling)?;
        let state = state::read(&mut session)?;
        Ok((session, state))
    });
    let target = wanted(schema, asked, terminal)?;
    let read = reading.join().unwrap_or_else(|fault| std::panic::resume_unwind(fault));
    read.map(|(session, state)| (target, session, state))
}

/// What the user says on how to get there.
pub(super) fn wishes(asked: &Database, ways: &Ways, consent: consent::Consent) -> Result<Wishes, Failure> {
    Ok(Wishes {
        renames: super::diff::renames(&ways.rename)?,
        manage: manage(&asked.manage),
        online: match (ways.online, ways.no_online) {
            (true, _) => Online::Always,
            (_, true) => Online::Never,
            _ => Online::WithRows,
        },
        consent,
    })
}

/// What is managed everywhere.
pub(super) fn manage(asked: &[Manage]) -> options::Manage {
    let has = |what: Manage| asked.iter().any(|manage| *manage == what || *manage == Manage::All);
    options::Manage { owners: has(Manage::Owners), grants: has(Manage::Grants) }
}

/// What may be destroyed.
pub(super) fn consent(asked: &Consent) -> consent::Consent {
    consent::Consent { everything: asked.allow_destructive, kinds: asked.allow.iter().cloned().collect() }
}

/// A report on a plan for a live database.
pub(super) fn report<'a>(planned: &'a Planned, left_out: &'a [String]) -> Report<'a> {
    Report {
        fingerprints: planned.fingerprints.clone(),
        left_out,
        estimates: &planned.estimates,
        held_back: &planned.held_back,
        with_sql: true,
        ..Report::new(&planned.plan)
    }
}

/// The flags that would let these kinds of loss through.
pub(super) fn flags(missing: &BTreeSet<String>) -> String {
    let kinds: Vec<&str> = missing.iter().map(String::as_str).collect();
    format!("--allow-destructive, or --allow {}", kinds.join(","))
}
