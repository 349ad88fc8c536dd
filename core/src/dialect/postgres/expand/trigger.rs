//! Triggers, and whether they are enabled.

use super::alter_table;
use crate::dialect::postgres::render::{ident, relation, trigger as sql};
use crate::model::{Enabled, ObjectId, Trigger};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Trigger) -> Vec<Step> {
    if of.inherited {
        return Vec::new();
    }
    let create = Step::new(Verb::Create, id, sql::trigger(id, of, false));
    let mut steps = vec![create.lock("SHARE ROW EXCLUSIVE", &on(cx, id))];
    steps.extend(enable(cx, id, Enabled::Origin, of.enabled));
    steps
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Trigger) -> Vec<Step> {
    if of.inherited {
        return Vec::new();
    }
    let sql = format!("DROP TRIGGER {} ON {}", ident(&id.part), relation(id));
    vec![Step::new(Verb::Drop, id, sql).lock("ACCESS EXCLUSIVE", &on(cx, id)).raise(Severity::Medium)]
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Trigger>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    let mut steps = Vec::new();
    let mut enabled = current.enabled;
    if (Trigger { enabled: desired.enabled, ..current.clone() }) != *desired {
        // PostgreSQL has no CREATE OR REPLACE TRIGGER before 14.
        let no_replacing = cx.options.server.is_some_and(|version| version < 14_00_00);
        if current.constraint || desired.constraint || current.inherited || desired.inherited || no_replacing
        {
            return Alteration::Replace;
        }
        let replace = Step::new(Verb::Alter, id, sql::trigger(id, desired, true));
        steps.push(replace.lock("SHARE ROW EXCLUSIVE", &on(cx, id)));
        // It fires as usual when it is made anew.
        enabled = Enabled::Origin;
    }
    steps.extend(enable(cx, id, enabled, desired.enabled));
    Alteration::InPlace(steps)
}

fn enable(cx: &Context<'_>, id: &ObjectId, from: Enabled, to: Enabled) -> Option<Step> {
    let action = sql::enabled("TRIGGER", &id.part, to);
    let step = Step::action(Verb::Alter, id, &alter_table(id), action);
    (from != to).then(|| step.lock("SHARE ROW EXCLUSIVE", &on(cx, id)).raise(Severity::Medium))
}

/// The relation that a part belongs to.
pub(super) fn on(cx: &Context<'_>, id: &ObjectId) -> ObjectId {
    let found = |schema: &crate::model::Schema| schema.relation(&id.schema, &id.name);
    found(cx.schemas.desired).or_else(|| found(cx.schemas.current)).unwrap_or_else(|| super::table_of(id))
}
