//! What a manager can be made of, and which kind of database that is.

use crate::failure::Failure;
use crate::postgres::connect::{self, Connected, Environment, Target};
use ::postgres::{Client, Config};

/// A kind of database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Provider {
    /// PostgreSQL 12 and later.
    PostgreSql,
}

impl Provider {
    /// The kind of database that a URL or connection string means.
    ///
    /// ```
    /// use schemasync::Provider;
    ///
    /// assert_eq!(Provider::of("postgresql://localhost/shop").unwrap(), Provider::PostgreSql);
    /// assert_eq!(Provider::of("host=localhost dbname=shop").unwrap(), Provider::PostgreSql);
    /// let error = Provider::of("sqlite:shop.db").unwrap_err();
    /// assert_eq!(error.message, "SQLite is not supported: Schema Sync works with PostgreSQL");
    /// ```
    ///
    /// # Errors
    /// If it is one that is not supported, or none that is known.
    pub fn of(url: &str) -> Result<Self, Failure> {
        match connect::other_provider(url) {
            Some(other) => Err(connect::unsupported(other).into()),
            None if connect::is_postgres(url) => Ok(Provider::PostgreSql),
            None => Err(Failure::new("this names no database that is known")
                .help("name a PostgreSQL database, as postgres://user@host:5432/database")),
        }
    }
}

/// What a [`SchemaManager`](super::SchemaManager) can be made of.
pub trait Connection {
    /// The open connection.
    ///
    /// # Errors
    /// If there is none; the error says what to do.
    fn connected(self) -> Result<Connected, Failure>;
}

/// A URL or `key=value` words; the environment fills in what they leave open.
impl Connection for &str {
    fn connected(self) -> Result<Connected, Failure> {
        Provider::of(self)?;
        Target::new(self, &Environment::of_process())?.connected()
    }
}

/// As `&str`.
impl Connection for &String {
    fn connected(self) -> Result<Connected, Failure> {
        self.as_str().connected()
    }
}

/// As `&str`.
impl Connection for String {
    fn connected(self) -> Result<Connected, Failure> {
        self.as_str().connected()
    }
}

/// The driver's configuration. TLS is made as it says; trusted authorities and certificates are those in
/// `~/.postgresql`, as with libpq.
impl Connection for &Config {
    fn connected(self) -> Result<Connected, Failure> {
        Target::from_config(self, &Environment::of_process())?.connected()
    }
}

/// As `&Config`.
impl Connection for Config {
    fn connected(self) -> Result<Connected, Failure> {
        (&self).connected()
    }
}

/// A connection that is open already.
impl Connection for Client {
    fn connected(self) -> Result<Connected, Failure> {
        Ok(Connected::of(self)?)
    }
}

/// What was found out to be meant.
impl Connection for &Target {
    fn connected(self) -> Result<Connected, Failure> {
        Ok(connect::connect(self)?)
    }
}

/// As `&Target`.
impl Connection for Target {
    fn connected(self) -> Result<Connected, Failure> {
        (&self).connected()
    }
}

/// What [`connect`](connect::connect) gave.
impl Connection for Connected {
    fn connected(self) -> Result<Connected, Failure> {
        Ok(self)
    }
}
