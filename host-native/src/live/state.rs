//! What is in a database at one moment: the catalog query of the core, run and handed to it.

use super::fault::{self, Fault};
use super::session::Session;
use crate::failure::Failure;
use crate::postgres::catalog as query;
use schemasync_core::catalog;
use schemasync_core::diagnostic::Level;
use schemasync_core::estimate::{Estimates, Size};
use schemasync_core::model::{ObjectId, Schema};
use schemasync_core::side::{foreign, is_ours};

/// What is there.
#[derive(Clone, Debug, Default)]
pub struct State {
    /// All objects but our own journal.
    pub schema: Schema,
    /// How large the tables are.
    pub estimates: Estimates,
    /// Indexes that failed builds left, each with its table. The schema is without them.
    pub invalid: Vec<(ObjectId, ObjectId)>,
}

/// Reads the database in a transaction of its own that sees one snapshot and changes nothing, in one round trip.
///
/// # Errors
/// What the role may not read, what cannot be understood, a lost connection.
pub fn read(session: &mut Session) -> Result<State, Failure> {
    let limits = "SET LOCAL statement_timeout = 0; SET LOCAL lock_timeout = '10s'";
    let read = ask(session, &format!("{}; {limits}", query::ONE_SNAPSHOT), "COMMIT");
    if read.is_err() {
        // A late request to cancel may hit the first try.
        let again = session.client.batch_execute("ROLLBACK").is_err();
        let _ = again.then(|| session.client.batch_execute("ROLLBACK"));
    }
    if session.interrupt.asked() {
        return Err(Failure::new("interrupted while reading the database; nothing was changed"));
    }
    match read {
        // To print a view the server waits for whoever has locked a table that it reads.
        Err(fault) if fault.kind == fault::Kind::Busy => Err(Failure::new(
            "the schema cannot be read: somebody holds an ACCESS EXCLUSIVE lock on a table that a view reads",
        )
        .help(
            "run this again when that transaction has ended; pg_stat_activity and pg_locks say whose it is",
        )),
        read => understood(&read?),
    }
}

/// Reads the database as the open transaction of the session sees it, leaving its settings as they are.
///
/// # Errors
/// As [`read`]; the transaction is then at its end.
pub fn read_within(session: &mut Session) -> Result<State, Failure> {
    let read = ask(
        session,
        "SAVEPOINT schemasync; SET LOCAL statement_timeout = 0",
        "ROLLBACK TO SAVEPOINT schemasync",
    );
    understood(&read?)
}

/// The catalog document, between what goes before and what goes after.
fn ask(session: &mut Session, before: &str, after: &str) -> Result<String, Fault> {
    let (client, version) = (&mut session.client, session.version);
    Ok(session.interrupt.during(|| query::ask(client, version, before, after))?)
}

fn understood(document: &str) -> Result<State, Failure> {
    let read = catalog::catalog(document);
    let errors = read.parsed.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
    let said: Vec<String> = errors.map(|error| error.message.clone()).collect();
    if !said.is_empty() {
        return Err(Failure::new(format!("cannot read the database: {}", said.join("; "))));
    }
    let sizes = read.estimates.sizes.into_iter();
    let estimates = sizes.map(|(table, size)| (table, Size { rows: Some(size.rows), bytes: size.bytes }));
    let invalid = read.invalid_indexes.into_iter().filter(|(index, _)| !is_ours(index));
    Ok(State {
        schema: foreign(read.parsed.schema),
        estimates: estimates.collect(),
        invalid: invalid.collect(),
    })
}
