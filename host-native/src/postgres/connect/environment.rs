//! What surrounds the process: variables, the user, where files and sockets are. Read once; everything after is pure
//! but for the files it names.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The surroundings of a process, as far as connecting is concerned.
#[derive(Clone, Default)]
pub struct Environment {
    /// Environment variables.
    pub variables: BTreeMap<String, String>,
    /// The user's home folder (on Windows `%APPDATA%`).
    pub home: Option<PathBuf>,
    /// The name of the user the process runs as.
    pub user: Option<String>,
    /// Folders where a server's socket is looked for when no host is named.
    pub sockets: Vec<PathBuf>,
}

impl Environment {
    /// That of this process.
    pub fn of_process() -> Self {
        let utf8 = |text: std::ffi::OsString| text.into_string().ok();
        let variables: BTreeMap<String, String> =
            std::env::vars_os().filter_map(|(name, value)| Some((utf8(name)?, utf8(value)?))).collect();
        let home = match cfg!(windows) {
            true => std::env::var_os("APPDATA").map(PathBuf::from),
            false => std::env::home_dir(),
        };
        let user = whoami::username().ok().or_else(|| variables.get("USER").cloned());
        let sockets = match cfg!(unix) {
            true => ["/var/run/postgresql", "/tmp"].map(PathBuf::from).to_vec(),
            false => Vec::new(),
        };
        Environment { variables, home, user, sockets }
    }

    /// A variable that is set and not empty.
    pub(super) fn variable(&self, name: &str) -> Option<&str> {
        self.variables.get(name).map(String::as_str).filter(|value| !value.is_empty())
    }

    /// A file of libpq's in the home folder: `pgpass`, `pg_service.conf`, or one of those for TLS.
    pub(super) fn file(&self, name: &str) -> Option<PathBuf> {
        let home = self.home.as_ref()?;
        Some(match (name, cfg!(windows)) {
            ("pgpass", true) => home.join("postgresql").join("pgpass.conf"),
            ("pgpass", false) => home.join(".pgpass"),
            ("pg_service.conf", true) => home.join("postgresql").join(".pg_service.conf"),
            ("pg_service.conf", false) => home.join(".pg_service.conf"),
            (_, true) => home.join("postgresql").join(name),
            (_, false) => home.join(".postgresql").join(name),
        })
    }
}

impl std::fmt::Debug for Environment {
    /// Variables may hold passwords.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Environment")
            .field("variables", &self.variables.keys().collect::<Vec<_>>())
            .field("home", &self.home)
            .field("user", &self.user)
            .field("sockets", &self.sockets)
            .finish()
    }
}
