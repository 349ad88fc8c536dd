//! A plan for programs. What it looks like is published in docs/schema/plan.schema.json.

use super::Report;
use crate::collections::BTreeSet;
use crate::estimate::Size;
use crate::model::ObjectId;
use crate::pair::Pair;
use crate::plan::{ChangeType, Plan, SchemaChange, Severity, Transaction};
use serde::Serialize;

/// What the `format` of a plan says.
pub const FORMAT: &str = "schemasync-plan";
/// The version of the format. A change that older readers would misread makes a new one.
pub const VERSION: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    format: &'static str,
    version: u32,
    dialect: &'static str,
    direction: &'static str,
    fingerprints: &'a Pair<String>,
    summary: Summary,
    changes: &'a [SchemaChange],
    transactions: &'a [Transaction],
    left_out: &'a [String],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    held_back: &'a [SchemaChange],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    estimates: Vec<Estimate<'a>>,
    diagnostics: &'a [crate::diagnostic::Diagnostic],
}

#[derive(Serialize)]
struct Summary {
    changes: usize,
    create: usize,
    alter: usize,
    replace: usize,
    rename: usize,
    drop: usize,
    is_destructive: bool,
    severity: Severity,
}

#[derive(Serialize)]
struct Estimate<'a> {
    table: &'a ObjectId,
    #[serde(flatten)]
    size: &'a Size,
}

/// The plan as a JSON document.
pub fn json(report: &Report<'_>) -> String {
    let plan = report.plan;
    let document = Document {
        format: FORMAT,
        version: VERSION,
        dialect: "postgresql",
        direction: if report.back { "back" } else { "there" },
        fingerprints: &report.fingerprints,
        summary: summary(plan),
        changes: &plan.changes,
        transactions: &plan.transactions,
        left_out: report.left_out,
        held_back: report.held_back,
        estimates: estimates(report),
        diagnostics: &plan.diagnostics,
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
}

/// The sizes of the tables that the changes are about.
fn estimates<'a>(report: &Report<'a>) -> Vec<Estimate<'a>> {
    let changes = report.plan.changes.iter().chain(report.held_back);
    let tables: BTreeSet<&str> = changes.filter_map(|change| change.table.as_deref()).collect();
    let meant = |table: &ObjectId| tables.contains(format!("{}.{}", table.schema, table.name).as_str());
    let sizes = report.estimates.iter().filter(|(table, _)| meant(table));
    sizes.map(|(table, size)| Estimate { table, size }).collect()
}

fn summary(plan: &Plan) -> Summary {
    let number = |kind| plan.changes.iter().filter(|change| change.change_type == kind).count();
    Summary {
        changes: plan.changes.len(),
        create: number(ChangeType::Create),
        alter: number(ChangeType::Alter),
        replace: number(ChangeType::Replace),
        rename: number(ChangeType::Rename),
        drop: number(ChangeType::Drop),
        is_destructive: plan.is_destructive(),
        severity: plan.severity(),
    }
}
