//! The longer ways that keep the application running (`--online`): nothing waits for a table to be read through.
//! Each way ends where the short one does.

use super::{alter_table, table_of};
use crate::dialect::postgres::names::object_name;
use crate::dialect::postgres::remade;
use crate::dialect::postgres::render::{constraint, ident, idents, index, label, name, relation};
use crate::model::{
    Constraint, ConstraintRule, Facet, Index, Key, Kind, Object, ObjectId, QualifiedName, Schema,
};
use crate::plan::rules::Context;
use crate::plan::{Severity, Step, Transactional, Verb};

/// Whether a table of which rows may be read and written meanwhile is to be handled gently.
pub(super) fn gently(cx: &Context<'_>, table: &ObjectId) -> bool {
    // One that is made anew is empty and unseen until all of that is done.
    let anew = || remade::table(cx.schemas, &QualifiedName::new(&*table.schema, &*table.name));
    cx.options.online && !cx.is_new(table) && !cx.options.empty.contains(table) && !anew()
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
    let mut first = Step::action(Verb::Create, &add.object, &alter_table(&add.object), action)
        .transactional(Transactional::CommitAfter);
    first.locks = add.locks;
    Some(vec![first, validate.transactional(Transactional::CommitAfter)])
}

/// A key: its index is built beside the traffic, then becomes the key's.
pub(super) fn key(cx: &Context<'_>, id: &ObjectId, of: &Constraint, key: &Key) -> Option<Vec<Step>> {
    let table = table_of(id);
    if !gently(cx, &table) || key.without_overlaps || is_partitioned(cx.schemas.desired, &table) {
        return None;
    }
    let elements = idents(&key.columns);
    let distinct = if key.nulls_not_distinct { " NULLS NOT DISTINCT" } else { "" };
    let include =
        if key.include.is_empty() { String::new() } else { format!(" INCLUDE ({})", idents(&key.include)) };
    let bare = Key { include: Vec::new(), ..key.clone() };
    let storage = constraint::storage(&bare).replace(" USING INDEX TABLESPACE ", " TABLESPACE ");
    let build = format!(
        "CREATE UNIQUE INDEX CONCURRENTLY {} ON {} ({elements}){include}{distinct}{storage}",
        ident(&id.part),
        relation(&table)
    );
    let build = concurrent(Step::new(Verb::Create, id, build), &table)
        .scans(&table)
        .hazard("fails-on-duplicates", format!("fails if rows of {table} are equal in the key"));
    let word = if key.primary { "PRIMARY KEY" } else { "UNIQUE" };
    let (own, timing) = (ident(&id.part), constraint::timing(of));
    let action = format!("ADD CONSTRAINT {own} {word} USING INDEX {own}{timing}");
    let add = Step::action(Verb::Create, id, &alter_table(id), action).lock("ACCESS EXCLUSIVE", &table);
    Some(vec![build, add])
}

fn concurrent(step: Step, table: &ObjectId) -> Step {
    step.lock("SHARE UPDATE EXCLUSIVE", table)
        .transactional(Transactional::No)
        .hazard("leaves-invalid-index", "if it fails, an invalid index stays that has to be dropped")
}

/// `SET NOT NULL` through a check that was validated before, so that no row is read under the strong lock.
pub(super) fn not_null(cx: &Context<'_>, id: &ObjectId, set: Step) -> Vec<Step> {
    let table = table_of(id);
    if !gently(cx, &table) {
        return vec![set];
    }
    let check = ident(&object_name(&id.name, &id.part, "is_not_null"));
    let head = alter_table(id);
    let step = |action: String| Step::new(Verb::Alter, id, format!("{head} {action}"));
    let add = step(format!("ADD CONSTRAINT {check} CHECK ({} IS NOT NULL) NOT VALID", ident(&id.part)))
        .lock("ACCESS EXCLUSIVE", &table)
        .transactional(Transactional::CommitAfter);
    let mut validate = step(format!("VALIDATE CONSTRAINT {check}"))
        .lock("SHARE UPDATE EXCLUSIVE", &table)
        .scans(&table)
        .transactional(Transactional::CommitAfter);
    validate.verb = Verb::Validate;
    validate.hazards = set.hazards.clone();
    // Statements of their own: in one ALTER TABLE PostgreSQL would drop the check before it looks for it.
    let set = step(format!("ALTER COLUMN {} SET NOT NULL", ident(&id.part))).lock("ACCESS EXCLUSIVE", &table);
    let drop = step(format!("DROP CONSTRAINT {check}")).lock("ACCESS EXCLUSIVE", &table);
    vec![add, validate, set, drop]
}

/// An index that changes: the new one is built under another name, then takes the old one's place.
pub(super) fn replaced_index(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Option<Vec<Step>> {
    let table = cx.schemas.desired.relation(&id.schema, &of.table)?;
    let same_table = matches!(cx.schemas.current.get(id), Some(Object::Index(old)) if old.table == of.table);
    let alone = of.parent.is_none() && !of.only && !is_partitioned(cx.schemas.desired, &table);
    if !gently(cx, &table) || !alone || !same_table || named_by_table(cx, id, &table) {
        return None;
    }
    let beside = ObjectId::new(Kind::Index, &id.schema, object_name(&id.name, "", "new"));
    let build =
        concurrent(Step::new(Verb::Create, id, index::create(&beside, of, true)), &table).scans(&table);
    let drop = Step::new(Verb::Drop, id, format!("DROP INDEX CONCURRENTLY {}", relation(id)))
        .lock("SHARE UPDATE EXCLUSIVE", &table)
        .transactional(Transactional::No);
    let rename = format!("ALTER INDEX {} RENAME TO {}", name(&id.schema, &beside.name), ident(&id.name));
    let mut steps = vec![build, drop, Step::new(Verb::Rename, id, rename).lock("SHARE UPDATE EXCLUSIVE", id)];
    if let Some(Object::Comment(text)) = cx.schemas.desired.get(&id.facet(Facet::Comment)) {
        let sql = label::comment(cx.schemas.desired, &id.facet(Facet::Comment), Some(text));
        steps.push(Step::new(Verb::Alter, id, sql));
    }
    Some(steps)
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
    match gently(cx, table) && !step.rewrites.is_empty() {
        true => step.raise(Severity::High).hazard(
            "blocks-while-rewriting",
            format!("{table} can be neither read nor written while it is rewritten"),
        ),
        false => step,
    }
}
