//! Triggers, and whether they are enabled.

use super::alter_table;
use crate::dialect::postgres::depend::trigger::cloned_from;
use crate::dialect::postgres::render::{ident, relation, trigger as sql};
use crate::model::{Enabled, Object, ObjectId, QualifiedName, Schema, Trigger};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Trigger) -> Vec<Step> {
    if of.inherited {
        return as_cloned(cx, id).and_then(|from| enable(cx, id, from, of.enabled)).into_iter().collect();
    }
    let create = Step::new(Verb::Create, id, sql::trigger(id, of, false));
    let mut steps = vec![create.lock("SHARE ROW EXCLUSIVE", &on(cx, id))];
    steps.extend(enable(cx, id, Enabled::Origin, of.enabled));
    steps
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Trigger) -> Vec<Step> {
    if of.inherited {
        return as_cloned(cx, id).and_then(|to| enable(cx, id, of.enabled, to)).into_iter().collect();
    }
    let sql = format!("DROP TRIGGER {} ON {}", ident(&id.part), relation(id));
    vec![Step::new(Verb::Drop, id, sql).lock("ACCESS EXCLUSIVE", &on(cx, id)).raise(Severity::Medium)]
}

/// When a clone fires of which nothing is said; none where it goes, as its table or the trigger it comes from does.
fn as_cloned(cx: &Context<'_>, id: &ObjectId) -> Option<Enabled> {
    let table = QualifiedName::new(&id.schema, &id.name);
    cloned_from(cx.schemas.desired, &table, &id.part).map(|trigger| trigger.enabled)
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
        steps.extend(enable(cx, id, enabled, desired.enabled));
        steps.extend(clones(cx, id, desired.enabled));
    } else {
        steps.extend(enable(cx, id, enabled, desired.enabled));
    }
    Alteration::InPlace(steps)
}

/// What has to be said again of a trigger's clones, which are made anew with it.
fn clones(cx: &Context<'_>, id: &ObjectId, enabled: Enabled) -> Vec<Step> {
    let (current, desired) = (cx.schemas.current, cx.schemas.desired);
    let own = cloned_from_here(desired, id);
    let said = desired.objects.iter().filter_map(|(clone, object)| match object {
        Object::Trigger(of) if of.inherited && clone.part == id.part && own(clone) => {
            Some((clone, of.enabled))
        }
        _ => None,
    });
    let unchanged = said.filter(|(clone, _)| current.get(clone) == desired.get(clone));
    unchanged.filter_map(|(clone, to)| enable(cx, clone, enabled, to)).collect()
}

/// Whether a trigger is a clone of this one.
fn cloned_from_here<'s>(schema: &'s Schema, id: &ObjectId) -> impl Fn(&ObjectId) -> bool + use<'s> {
    let own = schema.get(id);
    move |clone| {
        let from = cloned_from(schema, &QualifiedName::new(&clone.schema, &clone.name), &clone.part);
        matches!((own, from), (Some(Object::Trigger(own)), Some(from)) if std::ptr::eq(own, from))
    }
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
