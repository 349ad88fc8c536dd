//! Aggregates and base types: dropped and made again when they change.

use crate::dialect::postgres::render::target::target;
use crate::model::{Definition, Kind, ObjectId};
use crate::plan::rules::Context;
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Definition) -> Vec<Step> {
    vec![Step::new(Verb::Create, id, of.create.text.clone())]
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId) -> Vec<Step> {
    let sql = format!("DROP {}", target(cx.schemas.current, id));
    let step = Step::new(Verb::Drop, id, sql).raise(Severity::High);
    let changed = id.kind != Kind::Aggregate || super::routine::stays(cx.schemas.desired, id);
    vec![if changed { step } else { step.forgets(id) }]
}
