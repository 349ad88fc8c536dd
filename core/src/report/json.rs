//! A plan for programs. What it looks like is published in docs/schema/plan.schema.json.

use super::Report;
use crate::pair::Pair;
use crate::plan::{ChangeType, Plan, Reversible, SchemaChange, Severity, Step};
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
    transactions: Vec<Transaction<'a>>,
    left_out: &'a [String],
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
struct Transaction<'a> {
    transactional: bool,
    steps: Vec<Graded<'a>>,
}

#[derive(Serialize)]
struct Graded<'a> {
    #[serde(flatten)]
    step: &'a Step,
    #[serde(skip_serializing_if = "Option::is_none")]
    way_back: Option<Reversible>,
}

/// The plan as a JSON document.
pub fn json(report: &Report<'_>) -> String {
    let plan = report.plan;
    let document = Document {
        format: FORMAT,
        version: VERSION,
        dialect: "postgresql",
        direction: if report.there.is_some() { "back" } else { "there" },
        fingerprints: &report.fingerprints,
        summary: summary(plan),
        changes: &plan.changes,
        transactions: (plan.transactions.iter())
            .map(|transaction| Transaction {
                transactional: transaction.transactional,
                steps: (transaction.steps.iter())
                    .map(|step| Graded { step, way_back: report.grade(step) })
                    .collect(),
            })
            .collect(),
        left_out: report.left_out,
        diagnostics: &plan.diagnostics,
    };
    serde_json::to_string_pretty(&document).unwrap_or_default() + "\n"
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
