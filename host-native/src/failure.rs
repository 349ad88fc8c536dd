//! What ends a run early, and the status it ends with.

use schemasync_core::diagnostic::Diagnostic;
use std::fmt;

/// Done, or nothing differs.
pub const DONE: u8 = 0;
/// Differences were found and `--exit-code` asked to tell.
pub const DIFFERENT: u8 = 1;
/// The run failed; nothing was printed on standard output.
pub const ERROR: u8 = 2;
/// The run would do what needs the user's word first.
pub const REFUSED: u8 = 3;

/// Why a run ended early: one sentence, and what the user can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// One sentence without a full stop. Empty if all was said already.
    pub message: String,
    /// What the user can do.
    pub help: Option<String>,
    /// The exit status.
    pub status: u8,
}

impl Failure {
    /// An error.
    pub fn new(message: impl Into<String>) -> Self {
        Failure { message: message.into(), help: None, status: ERROR }
    }

    /// A refusal.
    pub fn refused(message: impl Into<String>) -> Self {
        Failure { status: REFUSED, ..Failure::new(message) }
    }

    /// The end after diagnostics that said everything.
    pub fn said() -> Self {
        Failure::new("")
    }

    /// The same with a word on what to do next.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.message)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for Failure {}

impl From<Diagnostic> for Failure {
    fn from(diagnostic: Diagnostic) -> Self {
        Failure { help: diagnostic.help, ..Failure::new(diagnostic.message) }
    }
}

impl From<crate::live::fault::Fault> for Failure {
    fn from(fault: crate::live::fault::Fault) -> Self {
        use crate::live::fault::Kind;
        let failure = Failure::new(fault.message);
        match fault.kind {
            Kind::Lost => {
                Failure { message: format!("the connection was lost: {}", failure.message), ..failure }
            }
            Kind::Forbidden => failure.help("run it as a role that may do this, or have that granted"),
            _ => failure,
        }
    }
}
