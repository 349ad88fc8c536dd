//! The facts of a plan in plain words.

use super::Report;
use crate::collections::BTreeSet;
use crate::diagnostic::Level;
use crate::estimate::{Estimates, Size};
use crate::model::{Kind, ObjectId};
use crate::plan::{ChangeType, Lock, Plan, Reversible, SchemaChange, Severity};

/// What a change does to what is there, one phrase a fact, the gravest first.
/// What it does to its own table's locks is left out where the table is told with them.
pub(super) fn facts(change: &SchemaChange, own_locks: bool, sizes: &Estimates) -> Vec<String> {
    let mut out = Vec::new();
    out.extend(destroyed(change, sizes).map(|what| format!("destroys data: {what}")));
    out.extend(change.hazards.iter().map(|hazard| hazard.text.clone()));
    out.extend(
        change
            .rewrites
            .iter()
            .map(|table| format!("rewrites {table}{}", takes(table, sizes, Size::rewriting))),
    );
    let read = change.scans.iter().filter(|table| !change.rewrites.contains(table));
    out.extend(read.map(|table| format!("reads all of {table}{}", takes(table, sizes, Size::reading))));
    let own = |on: &ObjectId| change.table.as_deref() == Some(format!("{}.{}", on.schema, on.name).as_str());
    out.extend(change.locks.iter().filter(|lock| own_locks || !own(&lock.on)).filter_map(waits));
    match &change.reversible {
        Reversible::Impossible(why) => out.push(format!("cannot be undone: {why}")),
        Reversible::LosesData(_) | Reversible::Lossless => {}
    }
    out
}

/// What a change destroys, with how much of it there is.
pub(super) fn destroyed(change: &SchemaChange, sizes: &Estimates) -> Option<String> {
    let what = change.destroys.as_ref()?;
    let table = change.table.as_deref().and_then(|table| table.split_once('.'));
    let size = table.and_then(|(schema, name)| sizes.get(&ObjectId::table(schema, name)));
    let rows = size.and_then(Size::rows).map_or(String::new(), |rows| format!(" ({rows})"));
    Some(format!("{what}{rows}"))
}

/// How large a table is and how long that takes, where it is known: ` (~12 GB, 2 to 11 minutes)`.
fn takes(table: &ObjectId, sizes: &Estimates, time: impl Fn(&Size) -> String) -> String {
    sizes.get(table).map_or(String::new(), |size| format!(" ({}, {})", size.bytes(), time(size)))
}

/// A change that is not made, with what it would destroy.
pub(super) fn held_back(change: &SchemaChange, sizes: &Estimates) -> String {
    let why = match destroyed(change, sizes) {
        Some(what) => format!(": would destroy {what}"),
        None if change.needs_consent() => ": its definition may be nowhere else".to_owned(),
        None => String::new(),
    };
    format!("{}{why}", change.description)
}

/// Who has to wait for a table while these changes are made, its strongest lock deciding.
pub(super) fn waits_for(table: &str, changes: &[&SchemaChange]) -> Option<String> {
    const STRENGTH: [&str; 4] = ["SHARE", "SHARE ROW EXCLUSIVE", "EXCLUSIVE", "ACCESS EXCLUSIVE"];
    let locks = changes.iter().flat_map(|change| &change.locks);
    let own = locks.filter(|lock| format!("{}.{}", lock.on.schema, lock.on.name) == table);
    own.max_by_key(|lock| STRENGTH.iter().position(|mode| *mode == lock.mode)).and_then(waits)
}

/// Who has to wait for a lock; nothing for locks that nobody notices.
fn waits(lock: &Lock) -> Option<String> {
    let waits = match lock.mode.as_str() {
        "ACCESS EXCLUSIVE" => "reads and writes of",
        "EXCLUSIVE" | "SHARE ROW EXCLUSIVE" | "SHARE" => "writes to",
        _ => return None,
    };
    Some(format!("blocks {waits} {} ({})", lock.on, lock.mode))
}

/// The changes worth telling: what is made along with a new table is told with it.
pub(super) fn told(plan: &Plan) -> Vec<&SchemaChange> {
    let new = |change: &&SchemaChange| {
        change.change_type == ChangeType::Create
            && change.id.kind == Kind::Table
            && change.id.facet.is_itself()
    };
    let tables: BTreeSet<String> = plan
        .changes
        .iter()
        .filter(new)
        .map(|change| format!("{}.{}", change.id.schema, change.id.name))
        .collect();
    let part = |change: &SchemaChange| matches!(change.id.kind, Kind::Column | Kind::Constraint);
    let along =
        |change: &SchemaChange| part(change) && change.table.as_ref().is_some_and(|on| tables.contains(on));
    plan.changes.iter().filter(|change| !along(change)).collect()
}

/// The mark of a change.
pub(super) fn mark(change: ChangeType) -> char {
    match change {
        ChangeType::Create => '+',
        ChangeType::Drop => '-',
        ChangeType::Alter | ChangeType::Replace | ChangeType::Rename => '~',
    }
}

/// A change's severity, where it is worth a word.
pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Low => "LOW",
        Severity::Medium => "MEDIUM",
        Severity::High => "HIGH",
        Severity::Critical => "CRITICAL",
    }
}

/// The word for a diagnostic's level.
pub(super) fn level(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Note => "note",
    }
}

/// What is worth saying behind the object's name: why and how, where the mark does not say it.
pub(super) fn remark(change: &SchemaChange) -> String {
    let because = change
        .description
        .split_once(" because ")
        .map_or(String::new(), |(_, why)| format!(", because {why}"));
    match change.change_type {
        ChangeType::Replace => format!(" (dropped and made anew{because})"),
        ChangeType::Rename => format!(" ({})", change.sql.trim_end().trim_end_matches(';')),
        _ => String::new(),
    }
}

/// A grade of the way back.
pub(super) fn grade(grade: &Reversible) -> String {
    match grade {
        Reversible::Lossless => "lossless".into(),
        Reversible::LosesData(what) => format!("loses data: {what}"),
        Reversible::Impossible(why) => format!("impossible: {why}"),
    }
}

/// The last line: how much there is, and whether it hurts.
pub(super) fn summary(report: &Report<'_>) -> String {
    match (report.held_back.len(), report.plan.changes.is_empty()) {
        (0, _) => done(report.plan),
        (held, true) => format!("{} held back, nothing else differs.", count(held, "change")),
        (held, false) => format!("{} {held} held back.", done(report.plan)),
    }
}

/// What is done, in a line.
fn done(plan: &Plan) -> String {
    let told = told(plan);
    let number = |kind: ChangeType| told.iter().filter(|change| change.change_type == kind).count();
    let parts: Vec<String> = [
        (number(ChangeType::Create), "to create"),
        (number(ChangeType::Alter), "to alter"),
        (number(ChangeType::Replace), "to replace"),
        (number(ChangeType::Rename), "to rename"),
        (number(ChangeType::Drop), "to drop"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, what)| format!("{number} {what}"))
    .collect();
    if parts.is_empty() {
        return "No differences.".into();
    }
    let changes = count(told.len(), "change");
    let destroys = plan.changes.iter().filter(|change| change.is_destructive).count();
    let hurts = match destroys {
        0 => String::new(),
        1 => ". 1 of them destroys data".into(),
        many => format!(". {many} of them destroy data"),
    };
    format!("{changes}: {}{hurts}.", parts.join(", "))
}

/// A number with its noun.
pub(super) fn count(number: usize, noun: &str) -> String {
    format!("{number} {noun}{}", if number == 1 { "" } else { "s" })
}

/// What an object is called among the others of its relation, or of its schema.
pub(super) fn label(id: &ObjectId) -> String {
    let full = id.to_string();
    let prefix = match id.schema.as_str() {
        "" | "public" => String::new(),
        schema => format!("{schema}."),
    };
    let short = match id.is_part() {
        true => format!("{prefix}{}.{}", id.name, id.part),
        false => format!("{prefix}{}", id.name),
    };
    match full.rfind(&short) {
        Some(at) => format!("{}{}{}", &full[..at], id.own_name(), &full[at + short.len()..]),
        None => full,
    }
}

/// The schema that a change is told under; empty for what lives in none.
pub(super) fn group(id: &ObjectId) -> &str {
    if id.kind == Kind::Schema { &id.name } else { &id.schema }
}

/// A text on one line: names may hold anything, and a remark must not end before its line does.
pub(super) fn line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}
