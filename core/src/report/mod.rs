//! A plan for people and programs: SQL with remarks, a tree, Markdown, JSON. Reads facts; decides nothing.

mod drift;
mod json;
mod markdown;
mod sql;
mod text;
mod words;

pub use drift::{drift, github};
pub use json::{FORMAT, VERSION, json};
pub use markdown::markdown;
pub use sql::sql;
pub use text::text;

use crate::estimate::Estimates;
use crate::model::ObjectId;
use crate::pair::Pair;
use crate::plan::{Plan, Reversible, SchemaChange, Step};

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
            there: None,
            estimates: &NO_ESTIMATES,
            held_back: &[],
            with_sql: false,
        }
    }

    /// For the way back, what a step of it brings back of what was there before. `None` on the way there.
    fn grade(&self, step: &Step) -> Option<Reversible> {
        Some(grade(self.there?, step))
    }
}

/// What a step of the way back brings back, when this is how the way there went. Objects come back; what the way there
/// destroyed does not, and what was stored since goes with what it was stored in.
fn grade(there: &Plan, step: &Step) -> Reversible {
    let mut lost: Vec<String> = step.destroys.clone().into_iter().collect();
    for change in there.changes.iter().filter(|change| touches(step, &change.id)) {
        match &change.reversible {
            Reversible::Impossible(_) => return change.reversible.clone(),
            // What was made on the way there is lost as this step says itself.
            Reversible::LosesData(what) if change.destroys.is_some() => {
                lost.push(format!("{what}, gone since the way there"));
            }
            Reversible::LosesData(what) if lost.is_empty() => lost.push(what.clone()),
            _ => {}
        }
    }
    match lost.is_empty() {
        true => Reversible::Lossless,
        false => Reversible::LosesData(lost.join("; ")),
    }
}

/// Whether a step is about an object: about itself, or about the relation it is part of.
fn touches(step: &Step, id: &ObjectId) -> bool {
    let object = &step.object;
    object.itself() == id.itself()
        || !object.is_part() && id.is_part() && object.schema == id.schema && object.name == id.name
}
