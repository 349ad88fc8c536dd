//! Cuts the statements into transactions. Which statement may stand where is a fact of its step.

use super::step::{Step, Transactional};
use serde::{Deserialize, Serialize};

/// Statements that are applied together.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Transaction {
    /// Whether they form a transaction; else it is one statement that must stand outside of any.
    pub transactional: bool,
    /// The statements.
    pub steps: Vec<Step>,
}

/// The transactions, as few as can be.
pub(super) fn transactions(steps: Vec<Step>) -> Vec<Transaction> {
    let mut out: Vec<Transaction> = Vec::new();
    let mut open = false;
    for step in steps {
        match step.transactional {
            Transactional::No => {
                out.push(Transaction { transactional: false, steps: vec![step] });
                open = false;
            }
            kind => {
                match out.last_mut().filter(|_| open) {
                    Some(last) => last.steps.push(step),
                    None => out.push(Transaction { transactional: true, steps: vec![step] }),
                }
                open = kind == Transactional::Yes;
            }
        }
    }
    out
}
