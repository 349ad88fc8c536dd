//! A plan for people and programs: SQL with remarks, a tree, Markdown, JSON. Reads facts; decides nothing.

mod document;
mod drift;
mod json;
mod markdown;
mod sql;
mod text;
mod words;

pub use document::Document;
pub use drift::{drift, github};
pub use json::{FORMAT, VERSION, json};
pub use markdown::markdown;
pub use sql::sql;
pub use text::text;

use crate::estimate::Estimates;
use crate::pair::Pair;
use crate::plan::{Plan, SchemaChange};

/// What a report is made of.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The fingerprints of the two sides.
    pub fingerprints: Pair<String>,
    /// Statements of the sources that nobody understood and the user let go, as `file:line:column: message`.
    pub left_out: &'a [String],
    /// Whether it is a way back.
    pub back: bool,
    /// How large the tables are, where a server was asked.
    pub estimates: &'a Estimates,
    /// The changes that are not made for want of consent.
    pub held_back: &'a [SchemaChange],
    /// Whether the text shows the SQL too.
    pub with_sql: bool,
}

static NO_ESTIMATES: Estimates = Estimates::new();

impl<'a> Report<'a> {
    /// A report on a plan of which nothing else is known.
    pub fn new(plan: &'a Plan) -> Self {
        Report {
            plan,
            fingerprints: Pair::default(),
            left_out: &[],
            back: false,
            estimates: &NO_ESTIMATES,
            held_back: &[],
            with_sql: false,
        }
    }
}
