//! The SQL of a plan as a person would hand it over: with a remark where care is needed.

use super::{Report, words};
use crate::plan::{Step, Transaction};
use std::fmt::Write;

/// The statements, cut into transactions, with remarks as comments. Nothing for nothing.
pub fn sql(report: &Report<'_>) -> String {
    let mut blocks = Vec::new();
    let mut head = String::new();
    for left_out in report.left_out {
        remark(&mut head, "left out", left_out);
    }
    for diagnostic in &report.plan.diagnostics {
        remark(&mut head, words::level(diagnostic.level), &diagnostic.message);
        diagnostic.help.iter().for_each(|help| remark(&mut head, "  help", help));
    }
    if !head.is_empty() {
        blocks.push(head.trim_end().to_owned());
    }
    for transaction in &report.plan.transactions {
        blocks.extend(block(transaction));
    }
    match blocks.is_empty() {
        true => String::new(),
        false => blocks.join("\n\n") + "\n",
    }
}

fn block(transaction: &Transaction) -> Vec<String> {
    let mut out: Vec<String> = transaction.steps.iter().map(statement).collect();
    if transaction.transactional && transaction.steps.len() > 1 {
        out.insert(0, "BEGIN;".into());
        out.push("COMMIT;".into());
    }
    out
}

fn statement(step: &Step) -> String {
    let mut out = String::new();
    match &step.way_back {
        Some(grade) => remark(&mut out, "way back", &words::grade(grade)),
        None => step.destroys.iter().for_each(|what| remark(&mut out, "destroys data", what)),
    }
    for hazard in &step.hazards {
        remark(&mut out, "careful", &hazard.text);
    }
    for table in &step.rewrites {
        let _ = writeln!(out, "-- rewrites {}", words::line(&table.to_string()));
    }
    out + &step.sql + ";"
}

fn remark(out: &mut String, word: &str, text: &str) {
    let _ = writeln!(out, "-- {word}: {}", words::line(text));
}
