//! What the server, or the way to it, has to say when something fails, in plain words.

use ::postgres::Error;
use ::postgres::error::SqlState;

/// What became of a statement that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The server's words, or those of the connection, on one line or more.
    pub message: String,
    /// What kind of fault it is, as far as it matters to what is done next.
    pub kind: Kind,
    /// The server's code, such as `42501`; empty if it was not the server that spoke.
    pub code: String,
}

/// What can be done about a fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody else held a lock, or two waited for each other: the same may go well later.
    Busy,
    /// The statement was stopped: by us, by a time limit, or by somebody else.
    Stopped,
    /// The connection is gone. What ran may or may not have taken effect.
    Lost,
    /// The role may not do this.
    Forbidden,
    /// Anything else.
    Refused,
}

impl Fault {
    /// From the driver's error.
    pub fn of(error: &Error) -> Self {
        let Some(said) = error.as_db_error() else {
            let kind = if error.is_closed() || is_io(error) { Kind::Lost } else { Kind::Refused };
            return Fault { message: words(error), kind, code: String::new() };
        };
        let code = said.code();
        let kind = match code.code() {
            _ if *code == SqlState::LOCK_NOT_AVAILABLE
                || *code == SqlState::T_R_DEADLOCK_DETECTED
                || *code == SqlState::T_R_SERIALIZATION_FAILURE =>
            {
                Kind::Busy
            }
            _ if *code == SqlState::QUERY_CANCELED => Kind::Stopped,
            _ if *code == SqlState::INSUFFICIENT_PRIVILEGE => Kind::Forbidden,
            // An administrator's hand, a crash, a shutdown; and all of "connection exception".
            "57P01" | "57P02" | "57P03" | "57P05" | "25P03" | "25P04" => Kind::Lost,
            other if other.starts_with("08") => Kind::Lost,
            _ => Kind::Refused,
        };
        let mut message = said.message().to_owned();
        for (word, more) in [("detail", said.detail()), ("hint", said.hint()), ("where", said.where_())] {
            if let Some(more) = more {
                message += &format!("\n  {word}: {}", more.replace('\n', "\n    "));
            }
        }
        Fault { message, kind, code: code.code().to_owned() }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Fault::of(&error)
    }
}

/// Whether what failed is the way to the server.
fn is_io(error: &Error) -> bool {
    let mut source = std::error::Error::source(error);
    while let Some(inner) = source {
        if inner.is::<std::io::Error>() {
            return true;
        }
        source = inner.source();
    }
    false
}

/// An error of the driver with its cause.
fn words(error: &Error) -> String {
    match std::error::Error::source(error) {
        Some(cause) if !error.to_string().contains(&cause.to_string()) => format!("{error}: {cause}"),
        _ => error.to_string(),
    }
}
