//! A plan's JSON document, read back into what a report is made of.

use super::Report;
use crate::estimate::{Estimates, Size};
use crate::model::ObjectId;
use crate::pair::Pair;
use crate::plan::{Plan, SchemaChange};
use crate::reads;
use crate::value::{FromValue, Unread, from_value};
use serde_json::Value;

/// All that the document says: its report gives the same document again.
#[derive(Clone, Debug, Default)]
pub struct Document {
    /// The plan.
    pub plan: Plan,
    /// Whether it is a way back.
    pub back: bool,
    /// The fingerprints of the states that it leads from and to.
    pub fingerprints: Pair<String>,
    /// Statements of the sources that were left out.
    pub left_out: Vec<String>,
    /// What it does not do for want of consent.
    pub held_back: Vec<SchemaChange>,
    /// How large the tables are.
    pub estimates: Estimates,
}

struct Estimate {
    table: ObjectId,
    rows: Option<u64>,
    bytes: u64,
}

reads!(Estimate { table, rows, bytes; });

impl Document {
    /// Reads it.
    ///
    /// # Errors
    /// It is no such document.
    pub fn read(mut document: Value) -> Result<Self, Unread> {
        let document = &mut document;
        let estimates: Vec<Estimate> = part(document, "estimates")?;
        let size = |estimate: Estimate| (estimate.table, Size { rows: estimate.rows, bytes: estimate.bytes });
        Ok(Document {
            plan: Plan {
                changes: part(document, "changes")?,
                transactions: part(document, "transactions")?,
                diagnostics: part(document, "diagnostics")?,
            },
            back: document.get("direction").is_some_and(|direction| direction == "back"),
            fingerprints: part(document, "fingerprints")?,
            left_out: part(document, "left_out")?,
            held_back: part(document, "held_back")?,
            estimates: estimates.into_iter().map(size).collect(),
        })
    }

    /// For people and programs.
    pub fn report(&self) -> Report<'_> {
        Report {
            fingerprints: self.fingerprints.clone(),
            left_out: &self.left_out,
            back: self.back,
            estimates: &self.estimates,
            held_back: &self.held_back,
            ..Report::new(&self.plan)
        }
    }
}

/// A field, taken out; its default where it is left out.
fn part<T: FromValue + Default>(of: &mut Value, name: &str) -> Result<T, Unread> {
    of.get_mut(name).map_or(Ok(T::default()), |value| from_value(value.take()))
}
