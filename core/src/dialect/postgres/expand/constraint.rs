//! Constraints of tables.

use super::{alter_table, beside, not_null, online, table_of};
use crate::dialect::postgres::render::{constraint as sql, ident};
use crate::model::{Constraint, ConstraintRule, ObjectId};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Transactional, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Constraint) -> Vec<Step> {
    if of.inherited {
        return Vec::new();
    }
    let table = table_of(id);
    if let ConstraintRule::Key(key) = &of.rule
        && online::builds_key(cx, id, key)
    {
        return beside::key(cx, id, of, key);
    }
    let add = format!("ADD {}", sql::named(&id.part, of));
    let mut step = Step::action(Verb::Create, id, &alter_table(id), add);
    step = match &of.rule {
        ConstraintRule::ForeignKey(key) => {
            let other = ObjectId::table(&key.table.schema, &key.table.name);
            step.lock("SHARE ROW EXCLUSIVE", &table).lock("SHARE ROW EXCLUSIVE", &other)
        }
        _ => step.lock("ACCESS EXCLUSIVE", &table),
    };
    if let Some(steps) = online::validated(cx, step.clone(), validate(cx, id, of), of) {
        return steps;
    }
    if !cx.is_new(&table) && !of.not_valid && !of.not_enforced {
        step = checked(step.scans(&table), &table, of);
    }
    vec![step]
}

/// What rows that are there may do to a new constraint.
fn checked(step: Step, table: &ObjectId, of: &Constraint) -> Step {
    match &of.rule {
        ConstraintRule::Key(key) if key.primary => step
            .hazard("fails-on-nulls", format!("fails if rows of {table} are NULL or equal in the key"))
            .raise(Severity::High),
        ConstraintRule::Key(_) => step
            .hazard("fails-on-duplicates", format!("fails if rows of {table} are equal in the key"))
            .raise(Severity::High),
        ConstraintRule::ForeignKey(_) => {
            step.hazard("fails-on-rows", format!("fails if rows of {table} refer to nothing"))
        }
        _ => step.hazard("fails-on-rows", format!("fails if rows of {table} do not satisfy it")),
    }
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Constraint) -> Vec<Step> {
    let check = matches!(of.rule, ConstraintRule::Check { .. });
    if of.inherited || check && !cx.schemas.desired.contains(id) && not_null::takes_over(cx, id) {
        return Vec::new();
    }
    let action = format!("DROP CONSTRAINT {}", ident(&id.part));
    let step = Step::action(Verb::Drop, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table_of(id));
    vec![match &of.rule {
        ConstraintRule::ForeignKey(key) => {
            step.lock("ACCESS EXCLUSIVE", &ObjectId::table(&key.table.schema, &key.table.name))
        }
        _ => step,
    }]
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Constraint>) -> Alteration {
    if pair.current.inherited && pair.desired.inherited {
        return Alteration::InPlace(Vec::new());
    }
    let (current, desired) = (pair.current, pair.desired);
    let timed = Constraint { deferrable: current.deferrable, deferred: current.deferred, ..desired.clone() };
    let valid = Constraint { not_valid: current.not_valid, ..timed.clone() };
    if valid != *current || (desired.not_valid && !current.not_valid) {
        return Alteration::Replace;
    }
    let mut steps = Vec::new();
    if (current.deferrable, current.deferred) != (desired.deferrable, desired.deferred) {
        // Only foreign keys can be altered so.
        if !matches!(desired.rule, ConstraintRule::ForeignKey(_)) {
            return Alteration::Replace;
        }
        let timing = if desired.deferrable { sql::timing(desired) } else { " NOT DEFERRABLE" };
        let timing = if desired.deferrable && !desired.deferred && current.deferred {
            " DEFERRABLE INITIALLY IMMEDIATE"
        } else {
            timing
        };
        let action = format!("ALTER CONSTRAINT {}{timing}", ident(&id.part));
        let step = Step::action(Verb::Alter, id, &alter_table(id), action);
        steps.push(step.lock("ACCESS EXCLUSIVE", &table_of(id)));
    }
    if current.not_valid && !desired.not_valid {
        let step = validate(cx, id, desired);
        // What it reads through, it does not under the locks of others.
        let apart = online::gently(cx, &table_of(id));
        steps.push(if apart { step.transactional(Transactional::Alone) } else { step });
    }
    Alteration::InPlace(steps)
}

/// `VALIDATE CONSTRAINT`.
fn validate(_: &Context<'_>, id: &ObjectId, of: &Constraint) -> Step {
    let table = table_of(id);
    let action = format!("VALIDATE CONSTRAINT {}", ident(&id.part));
    let step = Step::action(Verb::Validate, id, &alter_table(id), action)
        .lock("SHARE UPDATE EXCLUSIVE", &table)
        .scans(&table);
    let step = checked(step, &table, of);
    match &of.rule {
        ConstraintRule::ForeignKey(key) => {
            step.lock("ROW SHARE", &ObjectId::table(&key.table.schema, &key.table.name))
        }
        _ => step,
    }
}
