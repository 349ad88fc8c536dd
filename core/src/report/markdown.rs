//! A plan for a pull request: what changes in a table, the gravest said first, the SQL folded away below.

use super::{Report, sql, words};
use crate::plan::SchemaChange;
use std::fmt::Write;

/// The plan in GitHub's Markdown.
pub fn markdown(report: &Report<'_>) -> String {
    let mut out = format!("### Schema changes\n\n{}\n", escape(&words::summary(report)));
    warnings(&mut out, report);
    if !report.plan.changes.is_empty() {
        out.push_str("\n| | Object | Severity | Effects |\n|---|---|---|---|\n");
        words::told(report.plan).into_iter().for_each(|change| row(&mut out, change, report));
    }
    let sql = sql(report);
    if !sql.is_empty() {
        let fence = fence(&sql);
        let _ = write!(out, "\n<details><summary>SQL</summary>\n\n{fence}sql\n{sql}{fence}\n\n</details>\n");
    }
    out
}

fn warnings(out: &mut String, report: &Report<'_>) {
    let destroyed: Vec<String> =
        report.plan.changes.iter().filter_map(|change| words::destroyed(change, report.estimates)).collect();
    if !destroyed.is_empty() {
        out.push_str("\n> [!CAUTION]\n> This destroys data:\n");
        destroyed.iter().for_each(|what| _ = writeln!(out, "> - {}", escape(what)));
    }
    if !report.held_back.is_empty() {
        out.push_str("\n> [!IMPORTANT]\n> Held back for want of consent:\n");
        let held = report.held_back.iter().map(|change| words::held_back(change, report.estimates));
        held.for_each(|what| _ = writeln!(out, "> - {}", escape(&what)));
    }
    let notes = (report.plan.diagnostics.iter()).map(|diagnostic| diagnostic.message.clone());
    let notes: Vec<String> =
        report.left_out.iter().map(|what| format!("left out: {what}")).chain(notes).collect();
    if !notes.is_empty() {
        out.push_str("\n> [!WARNING]\n");
        notes.iter().for_each(|note| _ = writeln!(out, "> - {}", escape(note)));
    }
}

fn row(out: &mut String, change: &SchemaChange, report: &Report<'_>) {
    let facts: Vec<String> =
        words::facts(change, true, report.estimates).iter().map(|fact| escape(fact)).collect();
    let object = escape(&format!("{}{}", change.id, words::remark(change)));
    let severity = words::severity(change.severity);
    let _ = writeln!(
        out,
        "| `{}` | {object} | {severity} | {} |",
        words::mark(change.change_type),
        facts.join("<br>")
    );
}

/// A text in which nothing is markup.
fn escape(text: &str) -> String {
    let mut out = String::new();
    for c in words::line(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '#' | '~' | '@' => {
                out.push('\\');
                out.push(c);
            }
            c => out.push(c),
        }
    }
    out
}

/// A fence that nothing in the text closes.
fn fence(text: &str) -> String {
    let longest = text.split(|c| c != '`').map(str::len).max().unwrap_or_default();
    "`".repeat(longest.max(2) + 1)
}
