//! Introspection without I/O: the query that a host runs on a server, and its answer read into the same [`Schema`] that
//! DDL gives. Bulk kinds go straight into the model; what the server prints as SQL itself is read by the statement grammar
//! of `parse/`. One file a group of kinds; the sections of the query are in `sql/`.
//!
//! What is read says the same as `pg_dump` would. Running the query is the host's business.

mod constraints;
mod document;
mod estimates;
mod index;
mod labels;
mod query;
mod reader;
mod relations;
mod statements;
mod types;
mod views;

pub use document::Server;
pub use estimates::{Estimates, Size};
pub use query::{SESSION, query};

use super::parse::Parsed;
use crate::diagnostic::Diagnostic;
use crate::model::ObjectId;
use document::Document;
use reader::Reader;

/// What the `format` of a catalog document says.
pub const FORMAT: &str = "schemasync-catalog";
/// The version of the format: it changes with the columns of any section.
pub const VERSION: u64 = 1;

/// All that a catalog document says.
#[derive(Clone, Debug, Default)]
pub struct Catalog {
    /// The schema, and what there is to tell about it. There are no places: nothing here comes from a text.
    pub parsed: Parsed,
    /// How large the tables are.
    pub estimates: Estimates,
    /// What the server says of itself.
    pub server: Server,
    /// Indexes that a failure (of `CREATE INDEX CONCURRENTLY`) left behind, with their tables. They are not in the schema.
    pub invalid_indexes: Vec<(ObjectId, ObjectId)>,
}

/// Reads what the server answered to [`query`] as a schema. Bad input is data: the diagnostics say what is wrong with it.
pub fn read(document: &str) -> Parsed {
    catalog(document).parsed
}

/// The same with everything else that the document says.
pub fn catalog(document: &str) -> Catalog {
    match Document::parse(document) {
        Ok(document) => Reader::new(&document).read(),
        Err(diagnostic) => Catalog { parsed: told(diagnostic), ..Catalog::default() },
    }
}

/// Whether a JSON text is a catalog document rather than a snapshot.
pub fn is_catalog(text: &str) -> bool {
    let head = text.get(..text.len().min(200)).unwrap_or(text);
    head.split_once("\"format\"").is_some_and(|(_, rest)| {
        rest.trim_start_matches([' ', ':', '\n']).trim_start_matches('"').starts_with(FORMAT)
    })
}

fn told(diagnostic: Diagnostic) -> Parsed {
    Parsed { diagnostics: vec![diagnostic], ..Parsed::default() }
}
