//! Domains: default, NOT NULL and checks change in place; what they are made of only by rebuilding them.

use super::rebuild;
use crate::dialect::postgres::depend::mention;
use crate::dialect::postgres::render::{ident, relation, text, user_type as sql};
use crate::model::{Domain, DomainCheck, Kind, ObjectId, SqlText};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context, Disturbance, Yielding};
use crate::plan::{Severity, Step, Verb};

pub(super) fn create(id: &ObjectId, of: &Domain) -> Vec<Step> {
    let mut steps = vec![Step::new(Verb::Create, id, sql::domain(id, of))];
    let later = of.checks.iter().filter(|check| check.not_valid);
    steps.extend(later.map(|check| alter_domain(id, Verb::Create, format!("ADD {}", sql::check(check)))));
    steps
}

pub(super) fn drop(id: &ObjectId) -> Vec<Step> {
    vec![Step::new(Verb::Drop, id, format!("DROP DOMAIN {}", relation(id))).raise(Severity::High)]
}

fn alter_domain(id: &ObjectId, verb: Verb, what: String) -> Step {
    Step::new(verb, id, format!("ALTER DOMAIN {} {what}", relation(id)))
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Domain>) -> Alteration {
    let (current, desired) = (pair.current, pair.desired);
    if rebuild::changes_base(pair) {
        return match rebuild::is_stored(cx, id) {
            true => rebuild::rebuild(cx, id, &[]),
            false => Alteration::Replace,
        };
    }
    let stored = rebuild::is_stored(cx, id);
    let checked = |step: Step| match stored {
        true => step.hazard("fails-on-rows", format!("fails if a value of {id} does not satisfy it")),
        false => step,
    };
    let mut steps = Vec::new();
    let find = |of: &Domain, check: &DomainCheck| of.checks.iter().find(|c| c.name == check.name).cloned();
    for check in &current.checks {
        let stays = find(desired, check).is_some_and(|to| !is_new(check, &to));
        if !stays {
            steps.push(alter_domain(id, Verb::Drop, format!("DROP CONSTRAINT {}", ident(&check.name))));
        }
    }
    if current.not_null && !desired.not_null {
        steps.push(alter_domain(id, Verb::Alter, "DROP NOT NULL".into()));
    }
    if current.default != desired.default {
        steps.push(alter_domain(
            id,
            Verb::Alter,
            match &desired.default {
                Some(default) => format!("SET DEFAULT {}", text(default)),
                None => "DROP DEFAULT".into(),
            },
        ));
    }
    for check in &desired.checks {
        match find(current, check) {
            Some(from) if !is_new(&from, check) => {
                if from.not_valid && !check.not_valid {
                    let what = format!("VALIDATE CONSTRAINT {}", ident(&check.name));
                    steps.push(checked(alter_domain(id, Verb::Validate, what)));
                }
            }
            _ => {
                let step = alter_domain(id, Verb::Create, format!("ADD {}", sql::check(check)));
                steps.push(if check.not_valid { step } else { checked(step) });
            }
        }
    }
    if desired.not_null && !current.not_null {
        steps.push(checked(alter_domain(id, Verb::Alter, "SET NOT NULL".into())));
    }
    Alteration::InPlace(steps)
}

/// What of a domain stays where it is while something that its checks or its default name gives way: those go and come back.
pub(super) fn gives_up(
    cx: &Context<'_>,
    id: &ObjectId,
    pair: Pair<&Domain>,
    (on, how): (&ObjectId, Disturbance),
) -> Option<Yielding> {
    let made_of = |of: &Domain| of.base.schema == on.schema && of.base.name == on.name;
    // A domain that is rebuilt with its type takes its checks along, if they are to stay as they are.
    let along = on.kind == Kind::Type && made_of(pair.current) && pair.current == pair.desired;
    if how == Disturbance::Changed || along || rebuild::changes_base(pair) {
        return None;
    }
    let bare = bare(cx, pair);
    let parts = (pair.current.checks.iter())
        .filter(|check| !bare.checks.contains(check))
        .map(|check| ObjectId::part(Kind::Constraint, &*id.schema, &*id.name, &*check.name))
        .collect();
    let steps = |pair| match alter(cx, id, pair) {
        Alteration::InPlace(steps) => steps,
        _ => Vec::new(),
    };
    let (before, after) = (steps(Pair::new(pair.current, &bare)), steps(Pair::new(&bare, pair.desired)));
    Some(Yielding { before, after, parts })
}

/// A domain that stays, without what will differ or names what somebody made.
pub(super) fn bare(cx: &Context<'_>, pair: Pair<&Domain>) -> Domain {
    let (current, desired) = (pair.current, pair.desired);
    let plain = |text: &SqlText| mention::objects(cx.schemas.current, text, None).is_empty();
    let keeps = |check: &&DomainCheck| plain(&check.expression) && desired.checks.contains(check);
    Domain {
        checks: current.checks.iter().filter(keeps).cloned().collect(),
        default: current.default.clone().filter(|text| plain(text) && desired.default.as_ref() == Some(text)),
        not_null: current.not_null && desired.not_null,
        ..current.clone()
    }
}

/// Whether a check has to be made anew: another condition, or one that is to lose its validity.
fn is_new(from: &DomainCheck, to: &DomainCheck) -> bool {
    from.expression != to.expression || to.not_valid && !from.not_valid
}
