//! A plan for people and programs: SQL with remarks, a tree, Markdown, JSON. Reads facts; decides nothing.

mod json;
mod markdown;
mod sql;
mod text;
mod words;

pub use json::{FORMAT, VERSION, json};
pub use markdown::markdown;
pub use sql::sql;
pub use text::text;

use crate::model::ObjectId;
use crate::pair::Pair;
use crate::plan::{Plan, Reversible, Step};

/// What a report is made of.
#[derive(Clone, Debug)]
pub struct Report<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The fingerprints of the two sides.
    pub fingerprints: Pair<String>,
    /// Statements of the sources that nobody understood and the user let go, as `file:line:column: message`.
    pub left_out: &'a [String],
    /// For the way back: the plan of the way there.
    pub there: Option<&'a Plan>,
}

impl Report<'_> {
    /// For the way back, what a step of it brings back of what was there before. `None` on the way there.
    fn grade(&self, step: &Step) -> Option<Reversible> {
        Some(grade(self.there?, step))
    }
}

/// What a step of the way back brings back, when this is how the way there went. Objects come back; what the way there
/// destroyed does not, and what was stored since goes with what it was stored in.
fn grade(there: &Plan, step: &Step) -> Reversible {
    let undone =
        there.changes.iter().filter(|change| touches(step, &change.id)).map(|change| &change.reversible);
    let worst = undone.fold(&Reversible::Lossless, |worst, next| match (worst, next) {
        (Reversible::Impossible(_), _) | (Reversible::LosesData(_), Reversible::Lossless) => worst,
        (Reversible::LosesData(_), Reversible::LosesData(_)) => worst,
        _ => next,
    });
    match (worst, &step.destroys) {
        (Reversible::Lossless, Some(what)) => Reversible::LosesData(what.clone()),
        (worst, _) => worst.clone(),
    }
}

/// Whether a step is about an object: about itself, or about the relation it is part of.
fn touches(step: &Step, id: &ObjectId) -> bool {
    let object = &step.object;
    object.itself() == id.itself()
        || !object.is_part() && id.is_part() && object.schema == id.schema && object.name == id.name
}
