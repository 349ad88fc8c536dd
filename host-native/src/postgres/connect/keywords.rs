//! The names of connection options, as libpq has them, with their environment variables
//! (<https://www.postgresql.org/docs/current/libpq-connect.html>). What they mean is found out in `target`.

use super::error::ConnectError;
use std::collections::BTreeMap;
use std::fmt;

/// What becomes of an option.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is heeded.
    Heeded,
    /// It cannot matter here.
    Idle,
    /// It is a demand that cannot be met, unless it has one of these values.
    Only(&'static [&'static str]),
}

use Standing::{Heeded, Idle, Only};

/// Name, environment variable (empty if there is none), standing.
const KEYWORDS: &[(&str, &str, Standing)] = &[
    ("application_name", "PGAPPNAME", Heeded),
    ("channel_binding", "PGCHANNELBINDING", Heeded),
    ("client_encoding", "PGCLIENTENCODING", Idle),
    ("connect_timeout", "PGCONNECT_TIMEOUT", Heeded),
    ("dbname", "PGDATABASE", Heeded),
    ("fallback_application_name", "", Heeded),
    ("gssdelegation", "PGGSSDELEGATION", Idle),
    ("gssencmode", "PGGSSENCMODE", Only(&["disable", "prefer"])),
    ("gsslib", "PGGSSLIB", Idle),
    ("host", "PGHOST", Heeded),
    ("hostaddr", "PGHOSTADDR", Heeded),
    ("keepalives", "", Heeded),
    ("keepalives_count", "", Heeded),
    ("keepalives_idle", "", Heeded),
    ("keepalives_interval", "", Heeded),
    ("krbsrvname", "PGKRBSRVNAME", Idle),
    ("load_balance_hosts", "PGLOADBALANCEHOSTS", Heeded),
    ("max_protocol_version", "PGMAXPROTOCOLVERSION", Idle),
    ("min_protocol_version", "PGMINPROTOCOLVERSION", Only(&["3.0"])),
    ("options", "PGOPTIONS", Heeded),
    ("passfile", "PGPASSFILE", Heeded),
    ("password", "PGPASSWORD", Heeded),
    ("port", "PGPORT", Heeded),
    ("replication", "", Only(&["false", "off", "no", "0"])),
    ("require_auth", "PGREQUIREAUTH", Only(&[])),
    ("requirepeer", "PGREQUIREPEER", Only(&[])),
    ("service", "PGSERVICE", Heeded),
    ("servicefile", "PGSERVICEFILE", Heeded),
    ("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION", Heeded),
    ("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION", Heeded),
    ("sslcert", "PGSSLCERT", Heeded),
    ("sslcertmode", "PGSSLCERTMODE", Only(&["allow", "disable"])),
    ("sslcompression", "PGSSLCOMPRESSION", Only(&["0"])),
    ("sslcrl", "PGSSLCRL", Heeded),
    ("sslcrldir", "PGSSLCRLDIR", Only(&[])),
    ("sslkey", "PGSSLKEY", Heeded),
    ("sslmode", "PGSSLMODE", Heeded),
    ("sslnegotiation", "PGSSLNEGOTIATION", Heeded),
    ("sslpassword", "", Only(&[])),
    ("sslrootcert", "PGSSLROOTCERT", Heeded),
    ("sslsni", "PGSSLSNI", Heeded),
    ("target_session_attrs", "PGTARGETSESSIONATTRS", Heeded),
    ("tcp_user_timeout", "", Heeded),
    ("user", "PGUSER", Heeded),
];

/// Options by name, of one layer or of all. Values of secret ones are not shown by `Debug`.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Given(BTreeMap<&'static str, String>);

impl Given {
    /// Sets an option; the last word counts.
    pub(super) fn set(&mut self, name: &str, value: String) -> Result<(), ConnectError> {
        let Some((name, _, standing)) = KEYWORDS.iter().find(|(known, ..)| *known == name) else {
            return Err(unknown(name));
        };
        if let Only(fine) = standing
            && !value.is_empty()
            && !fine.contains(&value.as_str())
        {
            return Err(ConnectError::settings(format!(
                "the connection option `{name}` cannot be honoured here"
            ))
            .help("it demands what this program cannot do; take it out if you can do without"));
        }
        self.0.insert(name, value);
        Ok(())
    }

    /// The value of an option. An empty one says nothing, as with libpq.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// Takes from a weaker layer what this one does not say.
    pub(super) fn or(mut self, weaker: Given) -> Given {
        for (name, value) in weaker.0 {
            let said = self.0.entry(name).or_default();
            if said.is_empty() {
                *said = value;
            }
        }
        self
    }

    /// What the environment variables say.
    pub(super) fn from_variables(variables: &BTreeMap<String, String>) -> Result<Given, ConnectError> {
        let mut given = Given::default();
        for (name, variable, _) in KEYWORDS {
            if let Some(value) = variables.get(*variable) {
                given.set(name, value.clone()).map_err(|error| error.said_by(variable))?;
            }
        }
        Ok(given)
    }
}

impl fmt::Debug for Given {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let shown = |name: &&'static str, value| if name.ends_with("password") { "***" } else { value };
        f.debug_map().entries(self.0.iter().map(|(name, value)| (name, shown(name, value)))).finish()
    }
}

fn unknown(name: &str) -> ConnectError {
    let error = ConnectError::settings(format!("there is no connection option `{name}`"));
    let near = KEYWORDS.iter().map(|(known, ..)| *known).find(|known| {
        let squeezed = |text: &str| text.replace(['_', '-'], "").to_lowercase();
        squeezed(known) == squeezed(name)
    });
    match (name, near) {
        (_, Some(near)) => error.help(format!("it is written `{near}`")),
        ("database", _) => error.help("it is written `dbname`"),
        ("schema", _) => error.help("take it out, and say `--schema NAME` to limit what is looked at"),
        _ => error.help("options are those of libpq, as host, port, dbname, user, sslmode; take others out"),
    }
}
