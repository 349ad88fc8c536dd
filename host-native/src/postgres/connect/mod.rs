//! Connecting: from what the user says to an open connection.
//!
//! [`environment`] (what surrounds us) and a URL → [`target`] (what is meant; `url`, `service`, `keywords`, `hosts`, [`tls`]) →
//! [`connect`] (`retry` around `attempt` at each host, with `pgpass` and `session`) → [`Connected`].
//! What goes wrong is said by `refusal` as a [`ConnectError`]. No password is ever shown ([`secret`]).

mod attempt;
mod config;
pub mod environment;
mod error;
mod hosts;
mod keywords;
mod pgpass;
mod refusal;
mod retry;
pub mod secret;
mod service;
mod session;
pub mod target;
pub mod tls;
mod url;

pub use environment::Environment;
pub use error::{ConnectError, Trouble};
pub use hosts::{Host, Place};
pub use session::Session;
pub use target::Target;
pub(crate) use url::{is_postgres, other_provider, unsupported};

use postgres::{CancelToken, Client, NoTls};
use std::fmt;
use target::SessionAttrs;
use tokio_postgres_rustls::MakeRustlsConnect;

/// An open connection.
pub struct Connected {
    /// The driver's client.
    pub client: Client,
    /// Where it leads, without the password.
    pub description: Description,
    /// What the server says of itself.
    pub session: Session,
    /// What makes channels to it, should another be needed.
    tls: Option<MakeRustlsConnect>,
}

/// Where a connection leads, fit to be shown: `app at db.example.org:5432 as app`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Description {
    /// The database.
    pub database: String,
    /// The server: `db.example.org:5432`, or the file of its socket.
    pub server: String,
    /// The role.
    pub user: String,
}

impl fmt::Display for Description {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {} as {}", self.database, self.server, self.user)
    }
}

impl fmt::Debug for Connected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Connected { description, session, .. } = self;
        f.debug_struct("Connected").field("to", description).field("session", session).finish_non_exhaustive()
    }
}

impl Connected {
    /// A connection that somebody else made. Should it be through TLS that the server insists on, running statements cannot
    /// be cancelled.
    ///
    /// # Errors
    /// If the connection is lost, or the server refuses to say what it is.
    pub fn of(mut client: Client) -> Result<Self, ConnectError> {
        let failed = |error: &postgres::Error| {
            let why = error.as_db_error().map_or_else(|| error.to_string(), |said| said.message().to_owned());
            ConnectError::new(Trouble::Refused, format!("the connection cannot be used: {why}"))
        };
        let session = session::ask(&mut client).map_err(|error| failed(&error))?;
        let place = session::place(&mut client).map_err(|error| failed(&error))?;
        let description = Description { database: place.0, server: place.1, user: place.2 };
        Ok(Connected { client, description, session, tls: None })
    }

    /// The server's version as a number, as 150004.
    pub fn server_version_num(&self) -> u32 {
        self.session.version_num
    }

    /// What stops a running statement, from another thread.
    pub fn cancel(&self) -> Cancel {
        Cancel { token: self.client.cancel_token(), tls: self.tls.clone() }
    }
}

/// Stops what a connection is doing.
#[derive(Clone)]
pub struct Cancel {
    token: CancelToken,
    tls: Option<MakeRustlsConnect>,
}

impl Cancel {
    /// Asks the server to stop the running statement. Whether it did shows at the statement's own end.
    ///
    /// # Errors
    /// If the server cannot be reached any more.
    pub fn cancel(&self) -> Result<(), postgres::Error> {
        match &self.tls {
            Some(tls) => self.token.cancel_query(tls.clone()),
            None => self.token.cancel_query(NoTls),
        }
    }
}

impl fmt::Debug for Cancel {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cancel")
    }
}

/// Connects to the first host that will do, trying again for as long as the target waits.
///
/// # Errors
/// If there is none; the error says of each host why.
pub fn connect(target: &Target) -> Result<Connected, ConnectError> {
    retry::retrying(target.wait, &mut |_| {}, || round(target))
}

/// The same, telling of each wait: a line a time, fit for standard error.
///
/// # Errors
/// As [`connect`].
pub fn connect_telling(target: &Target, tell: &mut dyn FnMut(&str)) -> Result<Connected, ConnectError> {
    target.warnings.iter().for_each(|warning| tell(warning));
    retry::retrying(target.wait, tell, || round(target))
}

/// Every host once; where a standby is preferred, then any of them.
fn round(target: &Target) -> Result<Connected, ConnectError> {
    let attrs = match target.attrs {
        SessionAttrs::PreferStandby => &[SessionAttrs::PreferStandby, SessionAttrs::Any][..],
        ref other => std::slice::from_ref(other),
    };
    let tls = target.tls.connector()?;
    let mut order: Vec<&Host> = target.hosts.iter().collect();
    if target.shuffle {
        retry::shuffle(&mut order);
    }
    let mut errors = Vec::new();
    for attrs in attrs {
        errors.clear();
        for host in &order {
            match one(host, target, *attrs, tls.as_ref()) {
                Ok(connected) => return Ok(connected),
                Err(error) => errors.push(error),
            }
        }
    }
    Err(together(errors, target))
}

fn one(
    host: &Host,
    target: &Target,
    attrs: SessionAttrs,
    tls: Option<&MakeRustlsConnect>,
) -> Result<Connected, ConnectError> {
    let (password, unread) = attempt::password(host, target);
    let opened = attempt::attempt(host, target, password.as_ref(), tls);
    let mut client = opened.map_err(|error| match unread {
        Some(why) if error.trouble == Trouble::Refused => error.help(why),
        _ => error,
    })?;
    let failed = |why: String| format!("Cannot connect to {host} as {}: {why}", target.user);
    let session = session::ask(&mut client).map_err(|error| {
        let why = error.as_db_error().map_or_else(|| error.to_string(), |said| said.message().to_owned());
        ConnectError::new(Trouble::Refused, failed(why))
    })?;
    if let Some(why) = session::unfit(&session, attrs) {
        return Err(ConnectError::new(Trouble::WrongKind, failed(why.into()))
            .help("target_session_attrs asks for another kind of server"));
    }
    let description = Description {
        database: target.database.clone(),
        server: host.to_string(),
        user: target.user.clone(),
    };
    Ok(Connected { client, description, session, tls: tls.cloned() })
}

/// One error of many. Worth another try if one of them is.
fn together(mut errors: Vec<ConnectError>, target: &Target) -> ConnectError {
    if errors.len() == 1
        && let Some(error) = errors.pop()
    {
        return error;
    }
    let rank = |trouble: &Trouble| match trouble {
        Trouble::Busy => 0,
        Trouble::Unreachable => 1,
        Trouble::WrongKind => 2,
        _ => 3,
    };
    let trouble = errors.iter().map(|error| error.trouble).min_by_key(rank).unwrap_or(Trouble::Settings);
    let lines: String = errors.iter().map(|error| format!("\n  {}", error.message)).collect();
    let message = format!("Cannot connect to any of {} hosts as {}:{lines}", errors.len(), target.user);
    ConnectError { trouble, message, help: errors.into_iter().find_map(|error| error.help) }
}
