//! Indexes that belong to no constraint.

use crate::dialect::postgres::render::{ident, index, parameters, relation};
use crate::model::{Index, Kind, ObjectId};
use crate::pair::Pair;
use crate::plan::rules::{Alteration, Context};
use crate::plan::{Severity, Step, Transactional, Verb};
use std::collections::BTreeMap;

pub(super) fn create(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let table = on(cx.schemas.desired, id, of);
    // Only where somebody may be writing to the table; a partitioned one takes no concurrent build.
    let partitioned =
        cx.schemas.desired.table(&id.schema, &of.table).is_some_and(|t| t.partition_by.is_some());
    let concurrently = cx.options.online && !cx.is_new(&table) && !partitioned;
    let mut step = Step::new(Verb::Create, id, index::create(id, of, concurrently)).scans(&table);
    step = match concurrently {
        true => step.lock("SHARE UPDATE EXCLUSIVE", &table).transactional(Transactional::No),
        false => step.lock("SHARE", &table),
    };
    if of.unique && !cx.is_new(&table) {
        step = step
            .hazard("fails-on-duplicates", format!("fails if rows of {table} are equal in the index's key"));
    }
    if cx.is_new(&table) {
        step.severity = Severity::Low;
    }
    let mut steps = vec![step];
    steps.extend(statistics(id, &BTreeMap::new(), &of.statistics));
    steps
}

/// The table or materialised view an index stands on.
fn on(schema: &crate::model::Schema, id: &ObjectId, of: &Index) -> ObjectId {
    schema
        .relation(&id.schema, &of.table)
        .unwrap_or_else(|| ObjectId::new(Kind::Table, &id.schema, &of.table))
}

pub(super) fn drop(cx: &Context<'_>, id: &ObjectId, of: &Index) -> Vec<Step> {
    let table = on(cx.schemas.current, id, of);
    let partitioned =
        cx.schemas.current.table(&id.schema, &of.table).is_some_and(|t| t.partition_by.is_some());
    if of.parent.is_some() {
        // It goes with the parent's index, and cannot go alone.
        return Vec::new();
    }
    if cx.options.online && !partitioned && cx.schemas.desired.contains(&table) {
        let step = Step::new(Verb::Drop, id, format!("DROP INDEX CONCURRENTLY {}", relation(id)));
        return vec![step.lock("SHARE UPDATE EXCLUSIVE", &table).transactional(Transactional::No)];
    }
    let step = Step::new(Verb::Drop, id, format!("DROP INDEX {}", relation(id)));
    vec![step.lock("ACCESS EXCLUSIVE", &table).raise(Severity::Medium)]
}

pub(super) fn alter(_: &Context<'_>, id: &ObjectId, pair: Pair<&Index>) -> Alteration {
    let same_but = Index {
        parameters: pair.current.parameters.clone(),
        tablespace: pair.current.tablespace.clone(),
        statistics: pair.current.statistics.clone(),
        ..pair.desired.clone()
    };
    if same_but != *pair.current {
        return Alteration::Replace;
    }
    let head = format!("ALTER INDEX {}", relation(id));
    let mut steps = set_parameters(id, &head, &pair.current.parameters, &pair.desired.parameters);
    if pair.current.tablespace != pair.desired.tablespace {
        let to = pair.desired.tablespace.as_deref().unwrap_or("pg_default");
        let step = Step::new(Verb::Alter, id, format!("{head} SET TABLESPACE {}", ident(to)));
        steps.push(step.lock("ACCESS EXCLUSIVE", id).raise(Severity::High));
    }
    steps.extend(statistics(id, &pair.current.statistics, &pair.desired.statistics));
    Alteration::InPlace(steps)
}

/// `SET (...)` and `RESET (...)`, each of an index or table head.
pub(super) fn set_parameters(
    id: &ObjectId,
    head: &str,
    from: &BTreeMap<String, String>,
    to: &BTreeMap<String, String>,
) -> Vec<Step> {
    let set: BTreeMap<_, _> =
        to.iter().filter(|(k, v)| from.get(*k) != Some(v)).map(|(k, v)| (k.clone(), v.clone())).collect();
    let reset: BTreeMap<_, _> =
        from.keys().filter(|k| !to.contains_key(*k)).map(|k| (k.clone(), String::new())).collect();
    let mut steps = Vec::new();
    if !reset.is_empty() {
        steps.push(format!("RESET ({})", parameters(&reset)));
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
    let columns: std::collections::BTreeSet<u16> = from.keys().chain(to.keys()).copied().collect();
    (columns.into_iter())
        .filter(|column| from.get(column) != to.get(column))
        .map(|column| {
            let value = to.get(&column).copied().unwrap_or(-1);
            let sql = format!("ALTER INDEX {} ALTER COLUMN {column} SET STATISTICS {value}", relation(id));
            Step::new(Verb::Alter, id, sql).lock("SHARE UPDATE EXCLUSIVE", id)
        })
        .collect()
}
