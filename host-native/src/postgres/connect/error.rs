//! Why there is no connection, in plain words, and what to do next. Never says a password.

use crate::failure::Failure;
use std::fmt;

/// What kind of trouble it is: decides whether to try again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// What was asked for makes no sense, or a file cannot be read: nobody was spoken to.
    Settings,
    /// Nobody answers there: refused, unreachable, timed out, an unknown name.
    Unreachable,
    /// The server is there and will take connections soon: it starts up, or has no room.
    Busy,
    /// The server refuses: wrong password, no such database, no right.
    Refused,
    /// No secure channel could be made.
    Tls,
    /// There, but not of the kind that `target_session_attrs` asks for.
    WrongKind,
}

/// Why there is no connection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConnectError {
    /// What kind of trouble.
    pub trouble: Trouble,
    /// One sentence without a full stop.
    pub message: String,
    /// What the user can do.
    pub help: Option<String>,
}

impl ConnectError {
    /// An error of a kind.
    pub(super) fn new(trouble: Trouble, message: impl Into<String>) -> Self {
        ConnectError { trouble, message: message.into(), help: None }
    }

    /// What was asked for makes no sense.
    pub(super) fn settings(message: impl Into<String>) -> Self {
        Self::new(Trouble::Settings, message)
    }

    /// The same with a word on what to do next.
    pub(super) fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// The same, naming the variable, file or option that said it.
    pub(super) fn said_by(mut self, whom: &str) -> Self {
        self.message = format!("{whom}: {}", self.message);
        self
    }
}

impl fmt::Display for ConnectError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        match &self.help {
            Some(help) => write!(f, "\n  help: {help}"),
            None => Ok(()),
        }
    }
}

impl std::error::Error for ConnectError {}

impl From<ConnectError> for Failure {
    fn from(error: ConnectError) -> Self {
        Failure { help: error.help, ..Failure::new(error.message) }
    }
}
