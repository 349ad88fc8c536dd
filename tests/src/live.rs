//! What a live database says of itself, read through the core's catalog query.

use crate::engine;
use crate::server::Database;
use postgres::SimpleQueryMessage;
use schemasync_core::catalog::{self, Catalog};

/// The catalog document of a database, in one consistent snapshot.
pub fn document(database: &Database) -> String {
    let mut client = database.client();
    let version = client.query_one("SHOW server_version_num", &[]).expect("a version");
    let version = version.get::<_, String>(0).parse().expect("a number");
    let sql = format!(
        "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {}; {}; COMMIT",
        catalog::SESSION.join("; "),
        catalog::query(version)
    );
    let answer =
        client.simple_query(&sql).unwrap_or_else(|error| panic!("the catalog query fails: {error:?}"));
    let document = answer.iter().find_map(|message| match message {
        SimpleQueryMessage::Row(row) => row.get(0),
        _ => None,
    });
    document.expect("the catalog query gives a row").to_owned()
}

/// What is in a database.
pub fn schema_of(database: &Database) -> Catalog {
    catalog::catalog(&document(database))
}

/// Where a database does not say the same as the text it was made from, for people; empty if it does.
pub fn differs(database: &Database, text: &str, flags: &[String]) -> Vec<String> {
    let document = document(database);
    let ways = [
        (document.as_str(), text, "the catalog of a database made from it to `desired`"),
        (text, document.as_str(), "`desired` to the catalog of a database made from it"),
    ];
    let fault = |(from, to, what): (&str, &str, &str)| match engine::diff(from, to, flags) {
        Ok(plan) if plan.trim().is_empty() => None,
        Ok(plan) => Some(format!("the plan from {what} is not empty:\n{plan}")),
        Err(error) => Some(format!("no plan from {what}: {error}")),
    };
    ways.into_iter().filter_map(fault).collect()
}
