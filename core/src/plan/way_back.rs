//! What the steps of a way back bring back of what was there before the way there.

use super::{Plan, Reversible, Step};
use crate::model::ObjectId;

/// Grades each step of a way back, when `there` is how the way there went.
pub fn grade(back: &mut Plan, there: &Plan) {
    for step in back.transactions.iter_mut().flat_map(|transaction| &mut transaction.steps) {
        step.way_back = Some(graded(there, step));
    }
}

/// Objects come back; what the way there destroyed does not, and what was stored since goes with what it was stored in.
fn graded(there: &Plan, step: &Step) -> Reversible {
    let mut lost: Vec<String> = step.destroys.clone().into_iter().collect();
    for change in there.changes.iter().filter(|change| touches(step, &change.id)) {
        match &change.reversible {
            Reversible::Impossible(_) => return change.reversible.clone(),
            // What was made on the way there is lost as this step says itself.
            Reversible::LosesData(what) if change.destroys.is_some() => {
                lost.push(format!("{what}, gone since the way there"));
            }
            Reversible::LosesData(what) if step.destroys.is_none() && !lost.contains(what) => {
                lost.push(what.clone());
            }
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
    step.also.iter().chain([&step.object]).any(|object| {
        object.itself() == id.itself()
            || !object.is_part() && id.is_part() && object.schema == id.schema && object.name == id.name
    })
}
