//! What is in a database at one moment: the catalog query of the core, run and handed to it.

use super::fault::Fault;
use super::journal;
use super::session::Session;
use crate::failure::Failure;
use ::postgres::Client;
use schemasync_core::diagnostic::Level;
use schemasync_core::dialect::postgres::catalog;
use schemasync_core::estimate::{Estimates, Size};
use schemasync_core::model::{Kind, ObjectId, Schema};

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

/// Reads the database in a transaction of its own that sees one snapshot and changes nothing.
///
/// # Errors
/// What the role may not read, what cannot be understood, a lost connection.
pub fn read(session: &mut Session) -> Result<State, Failure> {
    let version = session.version;
    let client = &mut session.client;
    let begin = format!("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {}", catalog::SESSION.join("; "));
    let read = session.interrupt.during(|| {
        client.batch_execute(&begin).map_err(Fault::from)?;
        let read = ask(client, version);
        let ended = client.batch_execute("ROLLBACK").map_err(Fault::from);
        read.and_then(|document| ended.map(|()| document))
    });
    if session.interrupt.asked() {
        return Err(Failure::new("interrupted while reading the database; nothing was changed"));
    }
    understood(&read?)
}

/// Reads the database as the open transaction of the session sees it, leaving its settings as they are.
///
/// # Errors
/// As [`read`]; the transaction goes on all the same.
pub fn read_within(session: &mut Session) -> Result<State, Failure> {
    let version = session.version;
    let client = &mut session.client;
    let begin =
        format!("SAVEPOINT schemasync; SET LOCAL statement_timeout = 0; {}", catalog::SESSION.join("; "));
    let read = session.interrupt.during(|| {
        client.batch_execute(&begin).map_err(Fault::from)?;
        let read = ask(client, version);
        let ended = client.batch_execute("ROLLBACK TO SAVEPOINT schemasync").map_err(Fault::from);
        read.and_then(|document| ended.map(|()| document))
    });
    understood(&read?)
}

fn ask(client: &mut Client, version: u32) -> Result<String, Fault> {
    Ok(client.query_one(&catalog::query(version), &[])?.get(0))
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

/// A schema without our own journal, which no comparison sees.
pub fn foreign(mut schema: Schema) -> Schema {
    schema.objects.retain(|id, _| !is_ours(id));
    schema
}

fn is_ours(id: &ObjectId) -> bool {
    id.schema == journal::SCHEMA || id.kind == Kind::Schema && id.name == journal::SCHEMA
}
