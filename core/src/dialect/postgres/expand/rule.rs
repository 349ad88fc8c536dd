//! Rewrite rules.

use super::{alter_table, trigger::on};
use crate::dialect::postgres::render::{ident, relation, trigger as sql};
use crate::model::{Enabled, ObjectId, Rule};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Rule) -> Vec<Step> {
    let create = Step::new(Verb::Create, id, sql::rule(id, of, false));
    let mut steps = vec![create.lock("ACCESS EXCLUSIVE", &on(cx, id))];
    steps.extend(enable(cx, id, Enabled::Origin, of.enabled));
    steps
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId) -> Vec<Step> {
    let sql = format!("DROP RULE {} ON {}", ident(&id.part), relation(id));
    vec![Step::new(Verb::Drop, id, sql).lock("ACCESS EXCLUSIVE", &on(cx, id)).raise(Severity::Medium)]
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Rule>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    let mut steps = Vec::new();
    if (Rule { enabled: desired.enabled, ..current.clone() }) != *desired {
        let replace = Step::new(Verb::Alter, id, sql::rule(id, desired, true));
        steps.push(replace.lock("ACCESS EXCLUSIVE", &on(cx, id)));
    }
    steps.extend(enable(cx, id, current.enabled, desired.enabled));
    Alteration::InPlace(steps)
}

fn enable(cx: &Context<'_>, id: &ObjectId, from: Enabled, to: Enabled) -> Option<Step> {
    let action = sql::enabled("RULE", &id.part, to);
    let step = Step::action(Verb::Alter, id, &alter_table(id), action);
    (from != to).then(|| step.lock("ACCESS EXCLUSIVE", &on(cx, id)).raise(Severity::Medium))
}
