//! What a live database says of itself, read through the core's catalog query.

use crate::engine;
use crate::server::Database;
use postgres::SimpleQueryMessage;
use schemasync_core::catalog;

/// The catalog document of a database, in one consistent snapshot.
pub fn document(database: &Database) -> String {
    let sql = format!(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {}; {}; COMMIT",
        catalog::SESSION.join("; "),
        catalog::query(database.server().version_number())
    );
    let answer = database
        .ask(|client| client.simple_query(&sql))
        .unwrap_or_else(|error| panic!("the catalog query fails: {error:?}"));
    let document = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    document.expect("the catalog query gives a row").to_owned()
}

/// What `inspect` shows of a catalog document.
///
/// # Errors
/// What it says, or what it leaves out.
pub fn shown(document: &str) -> Result<String, String> {
    match engine::inspect(document, &[]) {
        Ok(shown) if shown.contains("left out") => Err(shown),
        answer => answer,
    }
}

/// Where a catalog document does not say the same as the text its database was made from, for people; empty if it does.
pub fn differs(document: &str, text: &str, flags: &[String]) -> Vec<String> {
    let ways = [
        (document, text, "the catalog of a database made from it to `desired`"),
        (text, document, "`desired` to the catalog of a database made from it"),
    ];
    let fault = |(from, to, what): (&str, &str, &str)| match engine::diff(from, to, flags) {
        Ok(plan) if plan.trim().is_empty() => None,
        Ok(plan) => Some(format!("the plan from {what} is not empty:\n{plan}")),
        Err(error) => Some(format!("no plan from {what}: {error}")),
    };
    ways.into_iter().filter_map(fault).collect()
}
