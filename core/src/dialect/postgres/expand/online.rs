//! The longer ways that keep the application running (`--online`): nothing waits for a table to be read through.
//! Each way ends where the short one does.

use super::{alter_table, table_of};
use crate::collections::BTreeSet;
use crate::dialect::postgres::names::object_name;
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::{constraint, ident};
use crate::model::{
    Constraint, ConstraintRule, Facet, Index, Key, Kind, Object, ObjectId, QualifiedName, Schema,
};
use crate::plan::rules::Context;
use crate::plan::{Severity, Step, Transactional, Verb};

/// Whether a table of which rows may be read and written meanwhile is to be handled gently.
pub(super) fn gently(cx: &Context<'_>, table: &ObjectId) -> bool {
    // One that is made anew is empty and unseen until all of that is done.
    let anew = || remade::table(cx.schemas, &QualifiedName::new(&*table.schema, &*table.name));
    let longer = cx.options.online && !cx.blunt.contains(table);
    longer && !cx.is_new(table) && !cx.options.empty.contains(table) && !anew()
}

fn is_partitioned(schema: &Schema, table: &ObjectId) -> bool {
    schema.table(&table.schema, &table.name).is_some_and(|table| table.partition_by.is_some())
}

/// A check or foreign key: added unchecked, then checked in a transaction of its own under a weak lock.
pub(super) fn validated(cx: &Context<'_>, add: Step, validate: Step, of: &Constraint) -> Option<Vec<Step>> {
    let table = table_of(&add.object);
    let checks = match &of.rule {
        ConstraintRule::Check { .. } => true,
        ConstraintRule::ForeignKey(key) => {
            let other = ObjectId::table(&key.table.schema, &key.table.name);
            !is_partitioned(cx.schemas.desired, &table) && !is_partitioned(cx.schemas.desired, &other)
        }
        _ => false,
    };
    if !checks || !gently(cx, &table) || of.not_valid || of.not_enforced {
        return None;
    }
    let unchecked = Constraint { not_valid: true, ..of.clone() };
    let action = format!("ADD {}", constraint::named(&add.object.part, &unchecked));
    let mut first = Step::action(Verb::Create, &add.object, &alter_table(&add.object), action);
    first.locks = add.locks;
    Some(vec![first, validate.transactional(Transactional::Alone)])
}

/// Whether a key's index is built beside the traffic.
pub(super) fn builds_key(cx: &Context<'_>, id: &ObjectId, key: &Key) -> bool {
    let table = table_of(id);
    gently(cx, &table) && !key.without_overlaps && !is_partitioned(cx.schemas.desired, &table)
}

/// Whether an index is built beside the traffic: a partitioned table takes no such build.
pub(super) fn builds_index(cx: &Context<'_>, id: &ObjectId, of: &Index) -> bool {
    let table = on(cx, id, of);
    gently(cx, &table) && !of.only && !is_partitioned(cx.schemas.desired, &table)
}

/// The table or materialised view that a wanted index stands on.
pub(super) fn on(cx: &Context<'_>, id: &ObjectId, of: &Index) -> ObjectId {
    let on = cx.schemas.desired.relation(&id.schema, &of.table);
    on.unwrap_or_else(|| ObjectId::new(Kind::Table, &id.schema, &of.table))
}

/// `SET NOT NULL` through a check that was validated before, so that no row is read under the strong lock. One that is there
/// and goes (a run that was cut off left it) serves as it is.
pub(super) fn not_null(cx: &Context<'_>, id: &ObjectId, set: &Step) -> Vec<Step> {
    let table = table_of(id);
    let there = saying_so(cx, id);
    let name = there.map_or_else(|| free_name(cx, id), |(name, _)| name.to_owned());
    let (head, check) = (alter_table(id), ident(&name));
    let step = |action: String| Step::new(Verb::Alter, id, format!("{head} {action}"));
    let mut steps = Vec::new();
    if there.is_none() {
        let add = format!("ADD CONSTRAINT {check} CHECK ({} IS NOT NULL) NOT VALID", ident(&id.part));
        steps.push(step(add).lock("ACCESS EXCLUSIVE", &table));
    }
    if there.is_none_or(|(_, check)| check.not_valid) {
        let mut validate = step(format!("VALIDATE CONSTRAINT {check}"))
            .lock("SHARE UPDATE EXCLUSIVE", &table)
            .scans(&table)
            .transactional(Transactional::Alone);
        validate.verb = Verb::Validate;
        validate.hazards = set.hazards.clone();
        steps.push(validate);
    }
    // Statements of their own: in one ALTER TABLE PostgreSQL would drop the check before it looks for it.
    steps.push(
        step(format!("ALTER COLUMN {} SET NOT NULL", ident(&id.part))).lock("ACCESS EXCLUSIVE", &table),
    );
    steps.push(step(format!("DROP CONSTRAINT {check}")).lock("ACCESS EXCLUSIVE", &table));
    steps
}

/// A name for the check that no constraint of the table has.
fn free_name(cx: &Context<'_>, id: &ObjectId) -> String {
    let labels = (1..100).map(|number| match number {
        1 => "is_not_null".to_owned(),
        _ => format!("is_not_null{number}"),
    });
    let mut names = labels.map(|label| object_name(&id.name, &id.part, &label));
    let is_free = |name: &String| {
        let constraint = ObjectId::part(Kind::Constraint, &id.schema, &id.name, name);
        !cx.schemas.current.contains(&constraint) && !cx.schemas.desired.contains(&constraint)
    };
    names.find(is_free).unwrap_or_default()
}

/// The check that goes and says that a column is not NULL.
pub(super) fn saying_so<'a>(cx: &Context<'a>, id: &ObjectId) -> Option<(&'a str, &'a Constraint)> {
    let says = format!("{} IS NOT NULL", ident(&id.part));
    cx.schemas.current.constraints(&id.schema, &id.name).find(|(name, constraint)| {
        let constraint_id = ObjectId::part(Kind::Constraint, &id.schema, &id.name, *name);
        let check = match &constraint.rule {
            ConstraintRule::Check { expression, no_inherit: false } => expression.text.as_str(),
            _ => return false,
        };
        let bare = check.trim().trim_start_matches('(').trim_end_matches(')');
        let serves = !constraint.inherited && !constraint.not_enforced && bare.eq_ignore_ascii_case(&says);
        serves && !cx.schemas.desired.contains(&constraint_id)
    })
}

/// Whether the new one can take the place of an index that changes.
pub(super) fn takes_place(cx: &Context<'_>, id: &ObjectId, of: &Index) -> bool {
    let table = on(cx, id, of);
    let same_table = matches!(cx.schemas.current.get(id), Some(Object::Index(old)) if old.table == of.table);
    builds_index(cx, id, of) && of.parent.is_none() && same_table && !named_by_table(cx, id, &table)
}

/// Whether the table is clustered on an index or tells its rows apart by it: then it has to let go first.
fn named_by_table(cx: &Context<'_>, id: &ObjectId, table: &ObjectId) -> bool {
    [Facet::ClusterOn, Facet::ReplicaIdentity].into_iter().any(|facet| {
        match cx.schemas.current.get(&table.facet(facet)) {
            Some(Object::ClusterOn(index)) => *index == id.name,
            Some(Object::ReplicaIdentity(of)) => of.strip_prefix("index ") == Some(&id.name),
            _ => false,
        }
    })
}

/// A step that rewrites a table has no gentle way: it is told so.
pub(super) fn no_gentle_way(cx: &Context<'_>, table: &ObjectId, step: Step) -> Step {
    let in_use = Context { blunt: &BTreeSet::new(), ..*cx };
    match gently(&in_use, table) && !step.rewrites.is_empty() {
        true => step.raise(Severity::High).hazard(
            "blocks-while-rewriting",
            format!("{table} can be neither read nor written while it is rewritten"),
        ),
        false => step,
    }
}
