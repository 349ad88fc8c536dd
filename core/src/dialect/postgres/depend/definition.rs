//! The rare kinds.

use super::on_text;
use crate::model::*;
use crate::plan::rules::Dependency;

/// What the statement names, and what the expressions in it name.
pub(super) fn dependencies(schema: &Schema, id: &ObjectId, of: &Definition) -> Vec<Dependency> {
    let mut out: Vec<_> =
        of.uses.iter().map(|on| Dependency::hard(on.clone(), "its definition names it")).collect();
    let relation = of.uses.iter().find(|on| matches!(on.kind, Kind::Table | Kind::View));
    match (id.kind, relation) {
        (Kind::Statistics, Some(table)) => {
            let text = SqlText::new(of.clauses.get("on").cloned().unwrap_or_default(), &of.create.path);
            let names =
                on_text(schema, &text, Some((&table.schema, &table.name)), "it gathers statistics on it");
            out.extend(names);
        }
        (Kind::Publication, _) => {
            out.extend(filters(schema, of));
            out.extend(listed(schema, of));
        }
        _ => {}
    }
    out
}

/// The columns that a publication's row filters name.
fn filters(schema: &Schema, of: &Definition) -> Vec<Dependency> {
    members(of)
        .flat_map(|(table, _, filter)| named(schema, table, filter, "its row filter names it"))
        .collect()
}

/// The columns that a publication lists.
fn listed(schema: &Schema, of: &Definition) -> Vec<Dependency> {
    members(of).flat_map(|(table, list, _)| named(schema, table, list, "it publishes the column")).collect()
}

/// A publication's tables, each with its list of columns and its row filter.
fn members(of: &Definition) -> impl Iterator<Item = (&ObjectId, &str, &str)> {
    let tables = of.uses.iter().filter(|on| on.kind == Kind::Table);
    tables.filter_map(|table| {
        let name = crate::dialect::postgres::definition::qualified(&table.schema, &table.name);
        let said = of.clauses.get(&format!("table {name}"))?;
        let at = said.find("WHERE ").unwrap_or(said.len());
        let (list, filter) = said.split_at_checked(at)?;
        Some((table, list, filter.trim_start_matches("WHERE ")))
    })
}

fn named(schema: &Schema, table: &ObjectId, text: &str, reason: &'static str) -> Vec<Dependency> {
    let text = SqlText { text: text.to_owned(), ..SqlText::default() };
    on_text(schema, &text, Some((&table.schema, &table.name)), reason)
}

/// Whether a definition has to give way to a change of a column's type: row filters and lists of columns hold on to it.
pub fn yields_to_change(schema: &Schema, id: &ObjectId, of: &Definition, on: &ObjectId) -> bool {
    match id.kind {
        Kind::Statistics => false,
        Kind::Publication => {
            filters(schema, of).iter().chain(&listed(schema, of)).any(|needed| needed.on == *on)
        }
        _ => true,
    }
}
