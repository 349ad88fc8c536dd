//! Connection strings: `postgres://` URLs and `key=value` words, read as libpq reads them
//! (<https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>). Errors quote nothing that could be part of a password.

use super::error::ConnectError;
use super::keywords::Given;
use std::str::Chars;

/// Reads a connection string.
pub(super) fn read(text: &str) -> Result<Given, ConnectError> {
    let text = text.trim();
    let scheme = ["postgres://", "postgresql://"].iter().find_map(|scheme| text.strip_prefix(*scheme));
    match (scheme, other_provider(text)) {
        (Some(rest), _) => url(rest),
        (None, Some(provider)) => Err(unsupported(provider)),
        (None, None) if text.starts_with("postgres") && text.contains("://") => {
            Err(ConnectError::settings("this URL has a driver's scheme").help("begin it with postgres://"))
        }
        (None, None) if text.contains('=') && !text.contains("://") => words(text),
        (None, None) => Err(ConnectError::settings("this is neither a URL nor key=value words")
            .help("as postgres://user@host:5432/database, or host=localhost dbname=app")),
    }
}

/// Whether a text is a connection string of PostgreSQL's.
pub(crate) fn is_postgres(text: &str) -> bool {
    let text = text.trim();
    ["postgres:", "postgresql:"].iter().any(|scheme| text.starts_with(scheme))
        || text.contains('=') && !text.contains("://")
}

/// The database that a URL of another scheme means, as people call it.
pub(crate) fn other_provider(url: &str) -> Option<&'static str> {
    let scheme = url.split_once(':')?.0.to_lowercase();
    Some(match scheme.split('+').next().unwrap_or_default() {
        "mysql" | "mysqlx" => "MySQL",
        "mariadb" => "MariaDB",
        "sqlite" | "sqlite3" => "SQLite",
        "mssql" | "sqlserver" => "SQL Server",
        "oracle" => "Oracle",
        "cockroach" | "cockroachdb" => "CockroachDB",
        "redshift" => "Amazon Redshift",
        "snowflake" => "Snowflake",
        "clickhouse" => "ClickHouse",
        "duckdb" => "DuckDB",
        "mongodb" => "MongoDB",
        "redis" | "rediss" => "Redis",
        _ => return None,
    })
}

/// An answer to a URL of another database.
pub(crate) fn unsupported(provider: &str) -> ConnectError {
    ConnectError::settings(format!("{provider} is not supported: Schema Sync works with PostgreSQL"))
        .help("name a PostgreSQL database, as postgres://user@host:5432/database")
}

fn url(rest: &str) -> Result<Given, ConnectError> {
    let mut given = Given::default();
    let (place, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, database) = place.split_once('/').unwrap_or((place, ""));
    // The first @ ends the user: a second one, or one after a slash, stood in the password.
    let (user, hosts) = match authority.split_once('@') {
        Some((user, hosts)) => (Some(user), hosts),
        None => (None, authority),
    };
    if hosts.contains('@') || user.is_none() && database.contains('@') {
        return Err(badly_encoded());
    }
    if let Some(user) = user {
        let (user, password) = user.split_once(':').unwrap_or((user, ""));
        given.set("user", decode(user)?)?;
        given.set("password", decode(password)?)?;
    }
    let hosts = hosts.split(',').map(host_and_port).collect::<Result<Vec<_>, _>>()?;
    let list = |parts: Vec<&str>| match parts.iter().all(|part| part.is_empty()) {
        true => String::new(),
        false => parts.join(","),
    };
    given.set("host", decode(&list(hosts.iter().map(|(host, _)| *host).collect()))?)?;
    given.set("port", decode(&list(hosts.iter().map(|(_, port)| *port).collect()))?)?;
    given.set("dbname", decode(database)?)?;
    for parameter in parameters.split('&').filter(|parameter| !parameter.is_empty()) {
        let (name, value) = parameter.split_once('=').unwrap_or((parameter, ""));
        match (decode(name)?.as_str(), decode(value)?) {
            // As JDBC writes it; libpq knows it too.
            ("ssl", value) if value == "true" => given.set("sslmode", "require".into())?,
            (name, value) => given.set(name, value)?,
        }
    }
    Ok(given)
}

/// `host`, `host:port`, `[::1]:port`.
fn host_and_port(text: &str) -> Result<(&str, &str), ConnectError> {
    let (host, rest) = match text.strip_prefix('[') {
        Some(rest) => rest.split_once(']').ok_or_else(|| {
            ConnectError::settings("the URL has a `[` without its `]`").help("as postgres://[::1]:5432/app")
        })?,
        None => text.split_at(text.find(':').unwrap_or(text.len())),
    };
    match rest.strip_prefix(':') {
        Some(port) if port.contains(':') => {
            Err(ConnectError::settings("the URL has too many colons in a host")
                .help("IPv6 addresses are written in brackets, as postgres://[::1]:5432/app"))
        }
        Some(port) => Ok((host, port)),
        None if rest.is_empty() => Ok((host, "")),
        None => Err(ConnectError::settings("the URL has something between `]` and the port")),
    }
}

fn badly_encoded() -> ConnectError {
    ConnectError::settings("the URL's user or password holds a character that ends it")
        .help("write @ as %40, : as %3A, / as %2F, ? as %3F, # as %23, % as %25; or keep the password in PGPASSWORD or ~/.pgpass")
}

/// Undoes percent encoding.
fn decode(text: &str) -> Result<String, ConnectError> {
    let wrong = || {
        ConnectError::settings(
            "the URL has a % that is not followed by two hexadecimal digits of a UTF-8 character",
        )
        .help("write % itself as %25")
    };
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let mut digit = || rest.next().and_then(|byte| char::from(byte).to_digit(16));
        match (digit(), digit()) {
            (Some(0), Some(0)) => return Err(ConnectError::settings("the URL has a forbidden %00")),
            (Some(high), Some(low)) => bytes.push(u8::try_from(high * 16 + low).map_err(|_| wrong())?),
            _ => return Err(wrong()),
        }
    }
    String::from_utf8(bytes).map_err(|_| wrong())
}

/// `host=localhost password='it''s'`: words, quotes and backslashes.
fn words(text: &str) -> Result<Given, ConnectError> {
    let mut given = Given::default();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let Some((name, value)) = rest.split_once('=') else {
            return Err(ConnectError::settings("a word of the connection string has no `=`")
                .help("a value with spaces stands in single quotes, as password='two words'"));
        };
        if name.trim().contains(char::is_whitespace) {
            return Err(ConnectError::settings("a word of the connection string has no `=`")
                .help("a value with spaces stands in single quotes, as password='two words'"));
        }
        let mut characters = value.trim_start().chars();
        given.set(name.trim(), word(&mut characters)?)?;
        rest = characters.as_str().trim_start();
    }
    Ok(given)
}

/// One value: up to a space, or in quotes.
fn word(rest: &mut Chars<'_>) -> Result<String, ConnectError> {
    let quoted = rest.as_str().starts_with('\'');
    if quoted {
        rest.next();
    }
    let mut value = String::new();
    loop {
        match rest.next() {
            Some('\\') => value.extend(rest.next()),
            Some('\'') if quoted => return Ok(value),
            Some(space) if !quoted && space.is_whitespace() => return Ok(value),
            Some(character) => value.push(character),
            None if quoted => {
                return Err(ConnectError::settings("the connection string has an unclosed quote"));
            }
            None => return Ok(value),
        }
    }
}
