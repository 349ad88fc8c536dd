//! What is in a live database: the core's catalog query, run in one consistent snapshot that changes nothing.

use super::connect::{Connected, Environment, Target, connect_telling};
use crate::failure::Failure;
use postgres::{Client, SimpleQueryMessage};
use schemasync_core::catalog;
use schemasync_core::source::Source;

/// The oldest server whose catalog is understood.
const OLDEST: u32 = 120_000;

/// Connects to what a URL names (nothing: what the environment names) and reads its catalog as a JSON document.
/// `tell` takes a line a time for standard error.
///
/// # Errors
/// If there is no connection, or the role may not read something.
pub fn source(url: Option<&str>, tell: &mut dyn FnMut(&str)) -> Result<Source, Failure> {
    let target = Target::find(url, &Environment::of_process())?;
    let mut connected = connect_telling(&target, tell)?;
    let document = document(&mut connected)?;
    Ok(Source::new(connected.description.to_string(), document))
}

/// The catalog of the database as a JSON document for [`catalog::read`], in one round trip.
///
/// # Errors
/// If the server is none that is understood, or the role may not read something.
pub fn document(connected: &mut Connected) -> Result<String, Failure> {
    supported(connected)?;
    let version = connected.server_version_num();
    let asked = ask(
        &mut connected.client,
        version,
        &format!("{ONE_SNAPSHOT}; SET LOCAL statement_timeout = 0"),
        "COMMIT",
    );
    asked.map_err(|error| refused(&error, connected))
}

/// How a transaction begins that sees one snapshot and changes nothing.
pub const ONE_SNAPSHOT: &str = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

/// Sends the catalog query between what goes before and what goes after, in one round trip: the document.
///
/// # Errors
/// What the server refuses, or that it is gone.
pub fn ask(client: &mut Client, version: u32, before: &str, after: &str) -> Result<String, postgres::Error> {
    let (settings, query) = (catalog::SESSION.join("; "), catalog::query(version));
    let answer = client.simple_query(&format!("{before}; {settings}; {}; {after}", query.trim_end()))?;
    let document = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.try_get(0).ok().flatten(),
        _ => None,
    });
    Ok(document.unwrap_or_default().to_owned())
}

/// Whether the server is one whose catalog is understood.
///
/// # Errors
/// If it is not, with what it is.
pub fn supported(connected: &Connected) -> Result<(), Failure> {
    let session = &connected.session;
    match session.other_provider() {
        Some(other) => {
            Err(Failure::new(format!("{} is {other}, which is not supported", connected.description)).help(
                "PostgreSQL 12 and later are; others speak its protocol, but have catalogs of their own",
            ))
        }
        None if session.version_num < OLDEST => Err(Failure::new(format!(
            "{} runs PostgreSQL {}, which is too old: 12 and later are supported",
            connected.description,
            session.version_num / 10_000
        ))),
        None => Ok(()),
    }
}

fn refused(error: &postgres::Error, connected: &Connected) -> Failure {
    let place = &connected.description;
    match error.as_db_error() {
        Some(said) if said.code().code() == "42501" => {
            Failure::new(format!("cannot read the catalog of {place}: {}", said.message()))
                .help(format!("`{}` may not read it; connect as a role that may, or grant it", place.user))
        }
        Some(said) => Failure::new(format!("cannot read the catalog of {place}: {}", said.message())),
        None => Failure::new(format!("the connection to {place} was lost while its catalog was read")),
    }
}
