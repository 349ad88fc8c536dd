//! A connection with what must hold in it while schemas are read and changed. How it came about is not known here.

use super::fault::Fault;
use super::signals::Interrupt;
use crate::postgres::connect::Connected;
use ::postgres::{Client, NoTls};
use std::fmt;

/// What must hold for plans to mean what they say: names without a schema are of `public`, no limit of the role's own
/// strikes, and the server notices soon when we are gone.
const SETTINGS: &str = "
    SET search_path = public;
    SET standard_conforming_strings = on;
    SET client_min_messages = warning;
    SET lock_timeout = 0;
    SET statement_timeout = 0;
    SET idle_in_transaction_session_timeout = 0";

/// So that a server whose client was killed ends a long statement, and lets go of its locks. From version 14 on, and not
/// on every system.
const NOTICE_LOSS: &str = "SELECT set_config('client_connection_check_interval', '2s', false)
    FROM pg_settings WHERE name = 'client_connection_check_interval'";

/// A connection, ready.
pub struct Session {
    /// The connection.
    pub client: Client,
    /// The server's `server_version_num`, such as `150004`.
    pub version: u32,
    /// The database as people know it: `host:port/name`, without secrets.
    pub target: String,
    /// Ends what runs on it from outside.
    pub interrupt: Interrupt,
}

impl fmt::Debug for Session {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Session").field("target", &self.target).field("version", &self.version).finish()
    }
}

impl Session {
    /// A connection to a server of this `server_version_num`. `cancel` asks the server to stop what runs on it.
    ///
    /// # Errors
    /// What the server refuses, or that it is gone.
    pub fn new(
        client: Client,
        version: u32,
        target: impl Into<String>,
        cancel: impl Fn() + Send + Sync + 'static,
    ) -> Result<Self, Fault> {
        Ok(Session { version, target: target.into(), interrupt: Interrupt::new(cancel), client })
    }

    /// Makes it ready to change things; reading needs nothing of the kind. Done where the lock is taken.
    ///
    /// # Errors
    /// What the server refuses, or that it is gone.
    pub fn for_changes(&mut self) -> Result<(), Fault> {
        self.client.batch_execute(SETTINGS)?;
        // A convenience: without it the server finds out at the end of the statement.
        let _ = self.client.batch_execute(NOTICE_LOSS);
        Ok(())
    }

    /// Makes a connection ready that [`connect`](crate::postgres::connect) made.
    ///
    /// # Errors
    /// As [`Session::new`].
    pub fn of(connected: Connected) -> Result<Self, Fault> {
        let (version, target) = (connected.server_version_num(), connected.description.to_string());
        let cancel = connected.cancel();
        Session::new(connected.client, version, target, move || {
            // If it cannot be asked, the statement ends by itself or with the connection.
            let _ = cancel.cancel();
        })
    }

    /// For a connection that was made without TLS.
    ///
    /// # Errors
    /// As [`Session::new`].
    pub fn plain(mut client: Client, target: impl Into<String>) -> Result<Self, Fault> {
        let token = client.cancel_token();
        let version: String = client.query_one("SHOW server_version_num", &[])?.get(0);
        Session::new(client, version.parse().unwrap_or_default(), target, move || {
            // If it cannot be asked, the statement ends by itself or with the connection.
            let _ = token.cancel_query(NoTls);
        })
    }
}
