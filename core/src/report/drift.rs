//! A comparison told as drift rather than as work to be done: what is missing, unexpected or different, the gravest first.

use super::{Report, words};
use crate::plan::{ChangeType, SchemaChange, Severity};
use std::fmt::Write;

const GRADES: [Severity; 4] = [Severity::Critical, Severity::High, Severity::Medium, Severity::Low];

/// The differences by severity, a summary last. With colours if asked for.
pub fn drift(report: &Report<'_>, color: bool) -> String {
    let mut out = String::new();
    let told = words::told(report.plan);
    for severity in GRADES {
        let of = told.iter().filter(|change| change.severity == severity);
        let lines: Vec<String> = of.map(|change| format!("  {}\n", sentence(change))).collect();
        if !lines.is_empty() {
            let title = words::severity(severity);
            let title = if color { format!("\x1b[1m{title}\x1b[0m") } else { title.to_owned() };
            let _ = write!(out, "{title}\n{}\n", lines.concat());
        }
    }
    for note in notes(report) {
        let _ = writeln!(out, "{}", words::line(&note));
    }
    out + &summary(&told) + "\n"
}

/// The differences as annotations of a GitHub workflow.
pub fn github(report: &Report<'_>, target: &str) -> String {
    let told = words::told(report.plan);
    let mut out = String::new();
    for severity in GRADES {
        let level = match severity {
            Severity::Critical | Severity::High => "error",
            Severity::Medium => "warning",
            Severity::Low => "notice",
        };
        for change in told.iter().filter(|change| change.severity == severity) {
            let title = property(&format!("Schema drift in {target}"));
            let _ = writeln!(out, "::{level} title={title}::{}", message(&sentence(change)));
        }
    }
    for note in notes(report) {
        let _ = writeln!(out, "::warning::{}", message(&note));
    }
    out + &summary(&told) + "\n"
}

/// The code of the hazard that an index is what a failed build left.
const INVALID_INDEX: &str = "invalid-index";

/// What is the matter with an object.
fn sentence(change: &SchemaChange) -> String {
    if let Some(hazard) = change.hazards.iter().find(|hazard| hazard.code == INVALID_INDEX) {
        return format!("{}: {}", words::line(&change.id.to_string()), hazard.text);
    }
    let id = words::line(&change.id.to_string());
    let what = match change.change_type {
        ChangeType::Create => "is missing",
        ChangeType::Drop => "is not wanted",
        ChangeType::Rename => "has another name",
        ChangeType::Alter | ChangeType::Replace => "differs",
    };
    match change.description.split_once(" because ") {
        Some((_, why)) => format!("{id} depends on what differs: {}", words::line(why)),
        None => format!("{id} {what}"),
    }
}

fn notes(report: &Report<'_>) -> Vec<String> {
    let said = report.plan.diagnostics.iter();
    let said = said.map(|diagnostic| format!("{}: {}", words::level(diagnostic.level), diagnostic.message));
    report.left_out.iter().map(|what| format!("left out: {what}")).chain(said).collect()
}

fn summary(told: &[&SchemaChange]) -> String {
    if told.is_empty() {
        return "In sync.".into();
    }
    let number = |severity| told.iter().filter(|change| change.severity == severity).count();
    let parts: Vec<String> = (GRADES.into_iter())
        .filter(|severity| number(*severity) > 0)
        .map(|severity| format!("{} {}", number(severity), words::severity(severity).to_lowercase()))
        .collect();
    format!("{}: {}.", words::count(told.len(), "difference"), parts.join(", "))
}

/// A text that ends no annotation and begins none.
fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The same where commas and colons divide.
fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}
