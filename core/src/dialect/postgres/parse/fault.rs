//! Why a statement could not be taken in.

use crate::diagnostic::Diagnostic;

/// A statement's failure. Nothing of the statement may have been taken in when it is returned.
#[derive(Clone, Debug)]
pub enum Fault {
    /// The statement cannot be understood; nothing will mend that.
    Bad(Box<Diagnostic>),
    /// It names an object that no statement before it made; one after it may (files come in any order).
    Missing(Box<Diagnostic>),
}

impl Fault {
    /// What there is to tell.
    pub fn diagnostic(self) -> Diagnostic {
        match self {
            Fault::Bad(diagnostic) | Fault::Missing(diagnostic) => *diagnostic,
        }
    }
}

/// The result of taking in a statement or a part of one.
pub type Parse<T = ()> = Result<T, Fault>;
