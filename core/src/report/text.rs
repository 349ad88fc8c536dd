//! A plan as a tree: schemas, their objects, what happens to each and what it means for those who use it.

use super::{Report, words};
use crate::collections::BTreeMap;
use crate::estimate::Estimates;
use crate::plan::{ChangeType, SchemaChange};
use std::fmt::Write;

/// The tree of changes, the summary last. With colours if asked for.
pub fn text(report: &Report<'_>, color: bool) -> String {
    let mut out = Tree { text: String::new(), color, sizes: report.estimates };
    let mut schemas: BTreeMap<&str, Vec<&SchemaChange>> = BTreeMap::new();
    for change in words::told(report.plan) {
        schemas.entry(words::group(&change.id)).or_default().push(change);
    }
    for (schema, changes) in schemas {
        out.schema(schema, &changes);
    }
    out.notes(report);
    out.grades(report);
    out.held_back(report);
    out.sql(report);
    let _ = writeln!(out.text, "{}", words::summary(report));
    out.text
}

struct Tree<'a> {
    text: String,
    color: bool,
    sizes: &'a Estimates,
}

impl Tree<'_> {
    fn schema(&mut self, schema: &str, changes: &[&SchemaChange]) {
        let title =
            if schema.is_empty() { "database".into() } else { format!("schema {}", words::line(schema)) };
        let title = self.paint("1", &title);
        let _ = writeln!(self.text, "{title}");
        let mut tables: BTreeMap<&str, Vec<&SchemaChange>> = BTreeMap::new();
        let (parts, others): (Vec<&SchemaChange>, Vec<_>) =
            changes.iter().partition(|change| change.table.is_some());
        for change in parts {
            tables.entry(change.table.as_deref().unwrap_or_default()).or_default().push(change);
        }
        for (table, changes) in tables {
            self.table(table, &changes);
        }
        others.into_iter().for_each(|change| self.change(change, 1));
        self.text.push('\n');
    }

    /// A table with what happens to it, and then to its parts.
    fn table(&mut self, table: &str, changes: &[&SchemaChange]) {
        let (whole, parts): (Vec<&SchemaChange>, Vec<_>) =
            changes.iter().partition(|change| is_whole(change));
        if whole.is_empty() {
            let name = table.split_once('.').map_or(table, |(_, name)| name);
            let mark = self.paint("33", "~");
            let _ = writeln!(self.text, "  {mark} table {}", words::line(name));
        }
        whole.into_iter().for_each(|change| self.change(change, 1));
        if let Some(waits) = words::waits_for(table, changes) {
            let waits = self.paint("2", &words::line(&waits));
            let _ = writeln!(self.text, "        {waits}");
        }
        parts.into_iter().for_each(|change| self.change(change, 2));
    }

    fn change(&mut self, change: &SchemaChange, depth: usize) {
        let indent = "  ".repeat(depth);
        let color = match change.change_type {
            ChangeType::Create => "32",
            ChangeType::Drop => "31",
            _ => "33",
        };
        let mark = self.paint(color, &words::mark(change.change_type).to_string());
        let remark = words::line(&words::remark(change));
        let _ = writeln!(self.text, "{indent}{mark} {}{remark}", words::line(&words::label(&change.id)));
        for fact in words::facts(change, false, self.sizes) {
            let fact = words::line(&fact);
            let fact = if change.is_destructive { self.paint("31", &fact) } else { self.paint("2", &fact) };
            let _ = writeln!(self.text, "{indent}      {fact}");
        }
    }

    fn notes(&mut self, report: &Report<'_>) {
        for left_out in report.left_out {
            let _ = writeln!(self.text, "left out: {}", words::line(left_out));
        }
        for diagnostic in &report.plan.diagnostics {
            let word = self.paint("33", words::level(diagnostic.level));
            let _ = writeln!(self.text, "{word}: {}", words::line(&diagnostic.message));
            if let Some(help) = &diagnostic.help {
                let _ = writeln!(self.text, "  help: {}", words::line(help));
            }
        }
        if !(report.left_out.is_empty() && report.plan.diagnostics.is_empty()) {
            self.text.push('\n');
        }
    }

    /// The way back, step by step with what each brings back.
    fn grades(&mut self, report: &Report<'_>) {
        for step in report.plan.steps() {
            let Some(grade) = &step.way_back else { return };
            let first = step.sql.lines().next().unwrap_or_default();
            let _ =
                writeln!(self.text, "{}\n      {}", words::line(first), words::line(&words::grade(grade)));
        }
        if report.back {
            self.text.push('\n');
        }
    }

    /// What is not done, and which kinds of loss that would be.
    fn held_back(&mut self, report: &Report<'_>) {
        if report.held_back.is_empty() {
            return;
        }
        let title = self.paint("1", "held back, for it needs consent");
        let _ = writeln!(self.text, "{title}");
        for change in report.held_back {
            let what = words::line(&words::held_back(change, report.estimates));
            let what = if change.needs_consent() { self.paint("31", &what) } else { what };
            let _ = writeln!(self.text, "  {what}");
        }
        self.text.push('\n');
    }

    /// The statements, set in.
    fn sql(&mut self, report: &Report<'_>) {
        if !report.with_sql || report.plan.transactions.is_empty() {
            return;
        }
        let title = self.paint("1", "SQL");
        let _ = writeln!(self.text, "{title}");
        for line in report.plan.sql().lines() {
            let _ = writeln!(self.text, "{}", format!("  {line}").trim_end());
        }
        self.text.push('\n');
    }

    fn paint(&self, color: &str, text: &str) -> String {
        if self.color { format!("\x1b[{color}m{text}\x1b[0m") } else { text.to_owned() }
    }
}

/// Whether a change is about the table itself rather than one of its parts.
fn is_whole(change: &SchemaChange) -> bool {
    change.id.kind == crate::model::Kind::Table && change.id.facet.is_itself()
}
