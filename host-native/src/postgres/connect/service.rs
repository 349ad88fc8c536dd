//! The service file: connection options under a name
//! (<https://www.postgresql.org/docs/current/libpq-pgservice.html>).

use super::environment::Environment;
use super::error::ConnectError;
use super::keywords::Given;
use crate::source::reason;
use std::path::{Path, PathBuf};

/// What the service files say of a service: the user's first, then the system's.
///
/// # Errors
/// If no file knows it, or the one that does is not well formed.
pub(super) fn read(service: &str, file: Option<&str>, around: &Environment) -> Result<Given, ConnectError> {
    let own = file.map(PathBuf::from).or_else(|| around.file("pg_service.conf"));
    let system = around.variable("PGSYSCONFDIR").map(PathBuf::from);
    let system = system.unwrap_or_else(|| PathBuf::from("/etc/postgresql-common")).join("pg_service.conf");
    for path in own.iter().chain([&system]).filter(|path| path.exists()) {
        if let Some(given) = section(path, service)? {
            return Ok(given);
        }
    }
    let files: Vec<String> = own.iter().chain([&system]).map(|path| path.display().to_string()).collect();
    Err(ConnectError::settings(format!("no service `{service}` is defined"))
        .help(format!("looked for [{service}] in {}", files.join(" and "))))
}

fn section(path: &Path, service: &str) -> Result<Option<Given>, ConnectError> {
    let at = |line: usize| format!("`{}`, line {}", path.display(), line + 1);
    let text = std::fs::read_to_string(path)
        .map_err(|e| ConnectError::settings(format!("cannot read `{}`: {}", path.display(), reason(&e))))?;
    let mut found: Option<Given> = None;
    for (number, line) in text.lines().map(str::trim).enumerate() {
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if line.starts_with('[') {
            if found.is_some() {
                break;
            }
            if line.strip_prefix('[').and_then(|name| name.strip_suffix(']')) == Some(service) {
                found = Some(Given::default());
            }
        } else if let Some(given) = &mut found {
            let Some((name, value)) = line.split_once('=') else {
                return Err(ConnectError::settings("a line without `=`").said_by(&at(number)));
            };
            match name.trim() {
                "service" | "servicefile" => {
                    return Err(ConnectError::settings("a service cannot name another").said_by(&at(number)));
                }
                name => given.set(name, value.trim().into()).map_err(|error| error.said_by(&at(number)))?,
            }
        }
    }
    Ok(found)
}
