//! Cuts the statements into transactions. Which statement may stand where is a fact of its step.

use super::step::{Step, Transactional, Verb};
use crate::collections::BTreeSet;
use crate::reads;
use serde::Serialize;

/// Statements that are applied together.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Transaction {
    /// Whether they form a transaction; else it is one statement that must stand outside of any.
    pub transactional: bool,
    /// The statements.
    pub steps: Vec<Step>,
}

reads!(Transaction { transactional, steps; });

/// The transactions, as few as can be.
pub(super) fn transactions(steps: Vec<Step>) -> Vec<Transaction> {
    let mut out: Vec<Transaction> = Vec::new();
    let mut open = false;
    let mut settings = BTreeSet::new();
    for step in steps {
        match step.transactional {
            Transactional::No => {
                // Outside of a transaction a setting is made for the session, and then taken back.
                let around = around(&step);
                out.extend(around.iter().map(|(before, _)| alone(before.clone())));
                out.push(alone(step));
                out.extend(around.into_iter().map(|(_, after)| alone(after)));
                open = false;
            }
            kind => {
                open &= kind != Transactional::Alone;
                for setting in &step.settings {
                    settings.insert((out.len() - usize::from(open), setting.clone()));
                }
                match out.last_mut().filter(|_| open) {
                    Some(last) => last.steps.push(step),
                    None => out.push(Transaction { transactional: true, steps: vec![step] }),
                }
                open = kind == Transactional::Yes;
            }
        }
    }
    for (at, setting) in settings {
        if let Some(transaction) = out.get_mut(at)
            && let Some(first) = transaction.steps.first()
        {
            let step = Step::new(Verb::Alter, &first.object, setting);
            transaction.steps.insert(0, step);
        }
    }
    out
}

fn alone(step: Step) -> Transaction {
    Transaction { transactional: false, steps: vec![step] }
}

/// What stands before and after a step outside of any transaction so that its settings hold.
fn around(step: &Step) -> Vec<(Step, Step)> {
    let made =
        |sql: String| Step { transactional: Transactional::No, ..Step::new(Verb::Alter, &step.object, sql) };
    let paths = step.settings.iter().filter_map(|setting| setting.strip_prefix("SET LOCAL search_path = "));
    paths
        .map(|path| (made(format!("SET search_path = {path}")), made("SET search_path = public".to_owned())))
        .collect()
}

/// One list of transactions after another; the last of the first goes on in the first of the second where both may.
pub(super) fn joined(mut first: Vec<Transaction>, mut second: Vec<Transaction>) -> Vec<Transaction> {
    let ends = |last: &Transaction| {
        last.transactional && last.steps.iter().all(|step| step.transactional == Transactional::Yes)
    };
    if let (Some(last), Some(next)) = (first.last_mut(), second.first_mut())
        && ends(last)
        && next.transactional
        && !next.steps.iter().any(Step::is_apart)
    {
        last.steps.append(&mut next.steps);
        second.remove(0);
    }
    first.extend(second);
    first
}
