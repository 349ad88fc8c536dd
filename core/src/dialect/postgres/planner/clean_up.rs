//! What failed concurrent builds leave: invalid indexes, which cost every write and serve nobody. They go before all else.

use crate::dialect::postgres::render::relation;
use crate::model::ObjectId;
use crate::plan::{ChangeType, Plan, Step, Transactional, Verb};

/// Puts the removal of invalid indexes, each with its table, before all that a plan does.
pub fn clean_up(plan: &mut Plan, invalid: &[(ObjectId, ObjectId)]) {
    let drop = |(index, on): &(ObjectId, ObjectId)| {
        let sql = format!("DROP INDEX CONCURRENTLY {}", relation(index));
        let step = Step::new(Verb::Drop, index, sql).lock("SHARE UPDATE EXCLUSIVE", on);
        step.transactional(Transactional::No)
            .hazard("invalid-index", "it is invalid: a build that failed or was cut off left it")
    };
    plan.begin_with(ChangeType::Drop, invalid.iter().map(drop).collect());
}
