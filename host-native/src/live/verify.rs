//! Whether what came out is what was wanted: the database is read again and planned for again; nothing may be left to do.

use super::session::Session;
use super::settle::{self, Asking};
use super::state::State;
use crate::failure::Failure;
use schemasync_core::model::{Facet, Object, ObjectId, Schema};
use schemasync_core::options::{Manage, Options};
use schemasync_core::pair::Pair;
use schemasync_core::plan::{SchemaChange, Step};
use schemasync_core::scope::Scope;
use std::collections::BTreeSet;

/// What is compared, and how.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The state wanted.
    pub desired: &'a Schema,
    /// What of the database counts.
    pub scope: &'a Scope,
    /// What is managed everywhere.
    pub manage: Manage,
}

/// What still differs, what the steps to come are about left out.
///
/// # Errors
/// The connection is lost while the server is asked.
pub fn differences(
    session: &mut Session,
    ask: Asking,
    state: State,
    wanted: &Wanted<'_>,
    to_come: &[&Step],
) -> Result<Vec<SchemaChange>, Failure> {
    let mut current = wanted.scope.limit(state.schema);
    let mut options = Options { manage: wanted.manage, ..Options::default() };
    let mut compared = settle::compared(Pair::new(&current, wanted.desired), &options);
    options.answers = ask(session, &compared.questions)?;
    compared.swap(&mut current);
    let plan = schemasync_core::plan(Pair::new(&current, wanted.desired), &options);
    let pending: BTreeSet<ObjectId> = to_come
        .iter()
        .flat_map(|step| {
            [&current, wanted.desired].into_iter().flat_map(|schema| about(schema, &step.object))
        })
        .collect();
    let expected = |change: &SchemaChange| {
        [&current, wanted.desired]
            .iter()
            .any(|schema| about(schema, &change.id).iter().any(|id| pending.contains(id)))
    };
    Ok(plan.changes.into_iter().filter(|change| !expected(change)).collect())
}

/// What a change of an object shows in: the object, the relation it belongs to, and the relations that this has it from.
fn about(schema: &Schema, id: &ObjectId) -> Vec<ObjectId> {
    let mut out = vec![id.itself()];
    if id.is_part() {
        out.extend(schema.relation(&id.schema, &id.name));
    }
    match schema.get(&id.itself()) {
        Some(Object::Index(index)) => out.extend(schema.relation(&id.schema, &index.table)),
        Some(Object::Sequence(_)) => {
            if let Some(Object::OwnedBy(column)) = schema.get(&id.facet(Facet::OwnedBy)) {
                out.extend(schema.relation(&column.schema, &column.table));
            }
        }
        _ if id.facet != Facet::Itself => out.extend(schema.holder(id)),
        _ => {}
    }
    // What a partition or child has comes and goes with its parents'.
    let mut at = 0;
    while let Some(id) = out.get(at).cloned() {
        if let Some(Object::Table(table)) = schema.get(&id) {
            let parents = table.inherits.iter().chain(table.partition_of.iter().map(|of| &of.parent));
            let parents = parents.map(|of| ObjectId::table(of.schema.as_str(), of.name.as_str()));
            let new: Vec<_> = parents.filter(|parent| !out.contains(parent)).collect();
            out.extend(new);
        }
        at += 1;
    }
    out
}

/// The differences in a few lines.
pub fn told(differences: &[SchemaChange]) -> String {
    const SHOWN: usize = 10;
    let mut lines: Vec<String> =
        differences.iter().take(SHOWN).map(|change| format!("\n  still to {}", change.description)).collect();
    if differences.len() > SHOWN {
        lines.push(format!("\n  and {} more", differences.len() - SHOWN));
    }
    lines.concat()
}
