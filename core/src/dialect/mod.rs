//! One folder a dialect, with the same file names in each.

pub mod postgres;

use crate::model::{ObjectId, Schema};
use crate::options::Options;
use crate::pair::Pair;
use crate::plan::consent::{Consent, Consented};
use crate::plan::{Plan, way_back};
pub use postgres::canon::schema::Share;
pub use postgres::settle::{Compared, Question};

/// The plan that takes the current schema to the desired one.
pub fn plan(pair: Pair<&Schema>, options: &Options) -> Plan {
    postgres::planner::plan(pair, options)
}

/// The plan as far as the user agrees to what it destroys; the rest is held back.
pub fn plan_consented<'a>(pair: Pair<&'a Schema>, options: &Options, consent: &Consent) -> Consented<'a> {
    postgres::planner::plan_consented(pair, options, consent)
}

/// Puts the removal of invalid indexes, each with its table, before all that a plan does.
pub fn clean_up(plan: &mut Plan, invalid: &[(ObjectId, ObjectId)]) {
    postgres::planner::clean_up(plan, invalid);
}

/// The plan that takes the desired schema back to the current one, what was renamed getting its old name;
/// each step with its grade.
pub fn plan_back(pair: Pair<&Schema>, options: &Options) -> Plan {
    let mut back = postgres::planner::plan_back(pair, options);
    way_back::grade(&mut back, &plan(pair, options));
    back
}

/// What to ask the server that the current schema was read from, so that nothing stays undecided. The answers go into
/// [`Options::answers`].
pub fn questions(pair: Pair<&Schema>, options: &Options) -> Vec<Question> {
    compared(pair, options, Share::WHOLE).questions
}

/// The same of a share of the objects, with what was found on the way, for who plans next.
pub fn compared(pair: Pair<&Schema>, options: &Options, share: Share) -> Compared {
    postgres::settle::compared(pair, options, share)
}

/// A schema in its dialect's normal form: sources that mean the same give the same one.
pub fn canonical(schema: &Schema) -> Schema {
    postgres::canon::schema::canonical(schema)
}
