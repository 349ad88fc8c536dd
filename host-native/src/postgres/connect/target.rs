//! What to connect to, found out from a URL, the environment, a service file and defaults, in libpq's order: what was
//! given, then the service, then variables, then defaults.

use super::environment::Environment;
use super::error::ConnectError;
use super::hosts::{self, Host};
use super::keywords::Given;
use super::secret::Secret;
use super::tls::Tls;
use super::{config, service, url};
use std::path::PathBuf;
use std::time::Duration;

/// How long a server may take to answer when nobody says: libpq waits for ever, which no script wants.
const CONNECT_TIMEOUT: Duration = Duration::from_secs(30);

/// What to connect to. `Debug` shows no password.
#[derive(Clone, Debug)]
pub struct Target {
    /// Where servers may be, tried in this order.
    pub hosts: Vec<Host>,
    /// The database.
    pub database: String,
    /// The role.
    pub user: String,
    /// The password, if one was given outright.
    pub password: Option<Secret>,
    /// The password file, looked into when none was given.
    pub passfile: Option<PathBuf>,
    /// What kind of server it must be.
    pub attrs: SessionAttrs,
    /// How long one server may take to let us in; none is for ever.
    pub connect_timeout: Option<Duration>,
    /// How long to try again while nobody answers.
    pub wait: Duration,
    /// What the server's own lists show of us.
    pub application_name: String,
    /// Settings of the session, as `-c search_path=app`.
    pub options: Option<String>,
    /// Try the hosts in any order.
    pub shuffle: bool,
    /// Whether the server must prove that it is the end of the TLS channel.
    pub channel_binding: ChannelBinding,
    /// How the channel is encrypted, and whom it must lead to.
    pub tls: Tls,
    /// Of the TCP connection.
    pub keepalive: Keepalive,
    /// What should be said before connecting: a password where others can see it.
    pub warnings: Vec<String>,
}

/// `target_session_attrs`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SessionAttrs {
    /// Any server.
    #[default]
    Any,
    /// One that takes writes in this session.
    ReadWrite,
    /// One that does not.
    ReadOnly,
    /// One that is no standby.
    Primary,
    /// A standby.
    Standby,
    /// A standby if one answers, else any.
    PreferStandby,
}

/// `channel_binding`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ChannelBinding {
    /// Never.
    Disable,
    /// Where the server can.
    #[default]
    Prefer,
    /// Always.
    Require,
}

/// `keepalives`, `keepalives_idle`, `keepalives_interval`, `keepalives_count`, `tcp_user_timeout`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Keepalive {
    /// Ask nothing.
    pub off: bool,
    /// After how long a silence to ask.
    pub idle: Option<Duration>,
    /// How long between questions.
    pub interval: Option<Duration>,
    /// After how many the connection is lost.
    pub count: Option<u32>,
    /// How long data may go unacknowledged.
    pub user_timeout: Option<Duration>,
}

impl Target {
    /// From `--url` or `DATABASE_URL`, else the `PG*` variables.
    ///
    /// # Errors
    /// If nothing says which database is meant, or what does makes no sense.
    pub fn find(url: Option<&str>, around: &Environment) -> Result<Self, ConnectError> {
        const SAY: [&str; 6] = ["PGHOST", "PGHOSTADDR", "PGPORT", "PGDATABASE", "PGUSER", "PGSERVICE"];
        match (url, around.variable("DATABASE_URL")) {
            (Some(url), _) => {
                let target = Self::new(url, around)?;
                Ok(target.warned(has_password(url)))
            }
            (None, Some(url)) => Self::new(url, around).map_err(|error| error.said_by("DATABASE_URL")),
            (None, None) if SAY.iter().any(|name| around.variable(name).is_some()) => {
                Self::of(Given::default(), around)
            }
            (None, None) => Err(ConnectError::settings("no database is named").help(
                "say --url postgres://user@host:5432/database, or set DATABASE_URL, or PGHOST and PGDATABASE",
            )),
        }
    }

    /// From a URL or `key=value` words; what they leave open comes from the environment.
    ///
    /// # Errors
    /// If the text makes no sense.
    pub fn new(url: &str, around: &Environment) -> Result<Self, ConnectError> {
        Self::of(url::read(url)?, around)
    }

    /// From the driver's own configuration. What it leaves open is as with libpq; no variable counts.
    ///
    /// # Errors
    /// If its parts do not go together.
    pub fn from_config(config: &postgres::Config, around: &Environment) -> Result<Self, ConnectError> {
        Self::from_options(&config::options(config)?, around)
    }

    fn of(given: Given, around: &Environment) -> Result<Self, ConnectError> {
        let variables = Given::from_variables(&around.variables)?;
        let said = |name: &str| given.get(name).or_else(|| variables.get(name)).map(str::to_owned);
        let service = match said("service") {
            Some(name) => service::read(&name, said("servicefile").as_deref(), around)?,
            None => Given::default(),
        };
        Self::from_options(&given.or(service).or(variables), around)
    }

    fn from_options(given: &Given, around: &Environment) -> Result<Self, ConnectError> {
        let text = |name: &str| given.get(name).map(str::to_owned);
        let Some(user) = text("user").or_else(|| around.user.clone()) else {
            return Err(ConnectError::settings("no user is named").help("set PGUSER"));
        };
        let seconds = |name: &str| number::<i64>(given, name).map(|n| n.and_then(|n| u64::try_from(n).ok()));
        let some_seconds = |name| seconds(name).map(|n| n.filter(|n| *n > 0).map(Duration::from_secs));
        Ok(Target {
            hosts: hosts::hosts(given, &around.sockets)?,
            database: text("dbname").unwrap_or_else(|| user.clone()),
            user,
            password: text("password").map(Secret::new),
            passfile: text("passfile").map(PathBuf::from).or_else(|| around.file("pgpass")),
            attrs: attrs(given)?,
            connect_timeout: match given.get("connect_timeout") {
                None => Some(CONNECT_TIMEOUT),
                Some(_) => some_seconds("connect_timeout")?,
            },
            wait: Duration::ZERO,
            application_name: text("application_name")
                .or_else(|| text("fallback_application_name"))
                .unwrap_or_else(|| "schemasync".into()),
            options: text("options"),
            shuffle: choice(given, "load_balance_hosts", &[("disable", false), ("random", true)])?
                .unwrap_or_default(),
            channel_binding: choice(
                given,
                "channel_binding",
                &[
                    ("disable", ChannelBinding::Disable),
                    ("prefer", ChannelBinding::Prefer),
                    ("require", ChannelBinding::Require),
                ],
            )?
            .unwrap_or_default(),
            tls: Tls::new(given, around)?,
            keepalive: Keepalive {
                off: number::<i64>(given, "keepalives")? == Some(0),
                idle: some_seconds("keepalives_idle")?,
                interval: some_seconds("keepalives_interval")?,
                count: number(given, "keepalives_count")?,
                user_timeout: seconds("tcp_user_timeout")?.map(Duration::from_millis),
            },
            warnings: Vec::new(),
        })
    }

    /// The process covers its arguments as soon as it runs; until then others see them, and the shell remembers.
    fn warned(mut self, has_password: bool) -> Self {
        if has_password {
            self.warnings.push(
                "the password on the command line can be seen by others on this machine; \
                 keep it in PGPASSWORD, DATABASE_URL or ~/.pgpass"
                    .into(),
            );
        }
        self
    }

    /// The same, trying again for so long while nobody answers.
    #[must_use]
    pub fn waiting(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
    }
}

fn has_password(url: &str) -> bool {
    url::read(url).is_ok_and(|given| given.get("password").is_some())
}

fn attrs(given: &Given) -> Result<SessionAttrs, ConnectError> {
    use SessionAttrs::{Any, PreferStandby, Primary, ReadOnly, ReadWrite, Standby};
    let values = [
        ("any", Any),
        ("read-write", ReadWrite),
        ("read-only", ReadOnly),
        ("primary", Primary),
        ("standby", Standby),
        ("prefer-standby", PreferStandby),
    ];
    Ok(choice(given, "target_session_attrs", &values)?.unwrap_or_default())
}

/// One of the values an option may have.
pub(super) fn choice<T: Copy>(
    given: &Given,
    name: &str,
    values: &[(&str, T)],
) -> Result<Option<T>, ConnectError> {
    let Some(said) = given.get(name) else { return Ok(None) };
    match values.iter().find(|(value, _)| *value == said) {
        Some((_, value)) => Ok(Some(*value)),
        None => Err(ConnectError::settings(format!("`{name}` cannot be `{said}`")).help(format!(
            "it is one of {}",
            values.iter().map(|(value, _)| *value).collect::<Vec<_>>().join(", ")
        ))),
    }
}

fn number<T: std::str::FromStr>(given: &Given, name: &str) -> Result<Option<T>, ConnectError> {
    let Some(said) = given.get(name) else { return Ok(None) };
    let wrong = || ConnectError::settings(format!("`{name}` is not a whole number"));
    said.trim().parse().map(Some).map_err(|_| wrong())
}
