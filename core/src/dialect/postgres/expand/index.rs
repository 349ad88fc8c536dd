//! Indexes that belong to no constraint.

use super::{beside, online};
use crate::collections::BTreeMap;
use crate::dialect::postgres::attached;
use crate::dialect::postgres::render::{ident, index, parameters, relation};
use crate::model::{Index, Kind, ObjectId, Parameters};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Transactional, Verb};

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let table = online::on(cx, id, of);
    if attached::is_automatic(cx.schemas.desired, id, of) {
        return Vec::new();
    }
    if comes_with_partition(cx, &table, of) {
        let automatic = ident(&attached::automatic_name(of));
        let from = relation(&ObjectId::new(Kind::Index, &id.schema, "x"));
        let from = from.strip_suffix('x').unwrap_or_default();
        let sql = format!("ALTER INDEX {from}{automatic} RENAME TO {}", ident(&id.name));
        return vec![Step::new(Verb::Create, id, sql).lock("SHARE UPDATE EXCLUSIVE", id)];
    }
    let mut steps = match online::builds_index(cx, id, of) {
        true => beside::created(cx, id, of),
        false => vec![built(cx, id, of, &table)],
    };
    steps.extend(statistics(id, &BTreeMap::new(), &of.statistics));
    steps
}

/// `CREATE INDEX` while nobody writes to the table.
fn built(cx: &Context<'_>, id: &ObjectId, of: &Index, table: &ObjectId) -> Step {
    let mut step =
        Step::new(Verb::Create, id, index::create(id, of, false)).scans(table).lock("SHARE", table);
    if cx.is_new(table) {
        step.severity = Severity::Low;
    } else if of.unique {
        let text = format!("fails if rows of {table} are equal in the index's key");
        step = step.hazard("fails-on-duplicates", text);
    }
    step
}

/// Whether a partition is new and the parent's index is not: then the index is there with the partition.
fn comes_with_partition(cx: &Context<'_>, table: &ObjectId, of: &Index) -> bool {
    let Some(parent) = &of.parent else { return false };
    let parent = ObjectId::new(Kind::Index, &parent.schema, &parent.name);
    let stays = cx.schemas.current.get(&parent) == cx.schemas.desired.get(&parent);
    cx.is_new(table) && stays && cx.schemas.current.contains(&parent)
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let on = cx.schemas.current.relation(&id.schema, &of.table);
    let table = on.unwrap_or_else(|| ObjectId::new(Kind::Table, &id.schema, &of.table));
    let partitioned =
        cx.schemas.current.table(&id.schema, &of.table).is_some_and(|t| t.partition_by.is_some());
    if of.parent.is_some() {
        // It goes with the parent's index, and cannot go alone.
        return Vec::new();
    }
    if beside::is_taken_over(cx, id, of) {
        return Vec::new();
    }
    if online::gently(cx, &table) && !partitioned && cx.schemas.desired.contains(&table) {
        let step = Step::new(Verb::Drop, id, format!("DROP INDEX CONCURRENTLY {}", relation(id)));
        return vec![step.lock("SHARE UPDATE EXCLUSIVE", &table).transactional(Transactional::No)];
    }
    let step = Step::new(Verb::Drop, id, format!("DROP INDEX {}", relation(id)));
    vec![step.lock("ACCESS EXCLUSIVE", &table).raise(Severity::Medium)]
}

pub(super) fn alter(cx: &Context<'_>, id: &ObjectId, pair: Pair<&Index>) -> Alteration {
    let same_but = Index {
        parameters: pair.current.parameters.clone(),
        tablespace: pair.current.tablespace.clone(),
        statistics: pair.current.statistics.clone(),
        parent: pair.current.parent.clone(),
        ..pair.desired.clone()
    };
    if same_but != *pair.current {
        return match online::takes_place(cx, id, pair.desired) {
            true => Alteration::InPlace(beside::replaced(cx, id, pair.desired)),
            false => Alteration::Replace,
        };
    }
    let head = format!("ALTER INDEX {}", relation(id));
    let mut steps = attach(id, pair);
    steps.extend(set_parameters(id, &head, &pair.current.parameters, &pair.desired.parameters));
    if pair.current.tablespace != pair.desired.tablespace {
        let to = pair.desired.tablespace.as_deref().unwrap_or("pg_default");
        let step = Step::new(Verb::Alter, id, format!("{head} SET TABLESPACE {}", ident(to)));
        steps.push(step.lock("ACCESS EXCLUSIVE", id).raise(Severity::High));
    }
    steps.extend(statistics(id, &pair.current.statistics, &pair.desired.statistics));
    Alteration::InPlace(steps)
}

/// Attaching to the parent's index. It is no error if the partition's attaching has done it; detaching goes with that.
fn attach(id: &ObjectId, pair: Pair<&Index>) -> Vec<Step> {
    let Some(parent) = pair.desired.parent.as_ref().filter(|_| pair.current.parent != pair.desired.parent)
    else {
        return Vec::new();
    };
    let parent = ObjectId::new(Kind::Index, &parent.schema, &parent.name);
    let sql = format!("ALTER INDEX {} ATTACH PARTITION {}", relation(&parent), relation(id));
    vec![Step::new(Verb::Alter, id, sql).lock("SHARE UPDATE EXCLUSIVE", &parent)]
}

/// `SET (...)` and `RESET (...)`, each of an index or table head.
pub(super) fn set_parameters(id: &ObjectId, head: &str, from: &Parameters, to: &Parameters) -> Vec<Step> {
    let (set, reset) = (from.to_set(to), from.to_reset(to));
    let mut steps = Vec::new();
    if !reset.is_empty() {
        steps.push(format!("RESET ({})", reset.join(", ")));
    }
    if !set.is_empty() {
        steps.push(format!("SET ({})", parameters(&set)));
    }
    let is_table = head.starts_with("ALTER TABLE");
    (steps.into_iter())
        .map(|action| match is_table {
            true => Step::action(Verb::Alter, id, head, action),
            false => Step::new(Verb::Alter, id, format!("{head} {action}")),
        })
        .map(|step| step.lock("SHARE UPDATE EXCLUSIVE", id))
        .collect()
}

fn statistics(id: &ObjectId, from: &BTreeMap<u16, i32>, to: &BTreeMap<u16, i32>) -> Vec<Step> {
    let columns: crate::collections::BTreeSet<u16> = from.keys().chain(to.keys()).copied().collect();
    (columns.into_iter())
        .filter(|column| from.get(column) != to.get(column))
        .map(|column| {
            let value = to.get(&column).copied().unwrap_or(-1);
            let sql = format!("ALTER INDEX {} ALTER COLUMN {column} SET STATISTICS {value}", relation(id));
            Step::new(Verb::Alter, id, sql).lock("SHARE UPDATE EXCLUSIVE", id)
        })
        .collect()
}
