//! The password file: `host:port:database:user:password` a line, `*` for any, `\` before `:` and `\`
//! (<https://www.postgresql.org/docs/current/libpq-pgpass.html>).

use super::secret::Secret;
use std::path::Path;

/// For whom a password is looked up.
#[derive(Clone, Copy, Debug)]
pub(super) struct Whom<'a> {
    /// Any of these names means the host.
    pub(super) hosts: &'a [&'a str],
    /// The port.
    pub(super) port: u16,
    /// The database.
    pub(super) database: &'a str,
    /// The user.
    pub(super) user: &'a str,
}

/// The first password that fits. A file that must not be trusted gives none, and the reason.
pub(super) fn find(path: &Path, whom: Whom<'_>) -> Result<Option<Secret>, String> {
    let Ok(meta) = std::fs::metadata(path) else { return Ok(None) };
    if !meta.is_file() {
        return Err(format!("the password file `{}` is not a plain file: not read", path.display()));
    }
    if open_to_others(&meta) {
        return Err(format!(
            "the password file `{0}` can be read by others: not read (chmod 600 {0})",
            path.display()
        ));
    }
    let bytes = std::fs::read(path)
        .map_err(|e| format!("cannot read `{}`: {}", path.display(), crate::source::reason(&e)))?;
    Ok(String::from_utf8_lossy(&bytes).lines().find_map(|line| matching(line, whom)))
}

#[cfg(unix)]
fn open_to_others(meta: &std::fs::Metadata) -> bool {
    std::os::unix::fs::PermissionsExt::mode(&meta.permissions()) & 0o077 != 0
}

#[cfg(not(unix))]
fn open_to_others(_: &std::fs::Metadata) -> bool {
    false
}

fn matching(line: &str, whom: Whom<'_>) -> Option<Secret> {
    if line.starts_with('#') {
        return None;
    }
    let (host, rest) = field(line)?;
    let (port, rest) = field(rest)?;
    let (database, rest) = field(rest)?;
    let (user, rest) = field(rest)?;
    let is = |pattern: &str, value: &str| pattern == "*" || unescape(pattern) == value;
    let fits = whom.hosts.iter().any(|name| is(host, name))
        && is(port, &whom.port.to_string())
        && is(database, whom.database)
        && is(user, whom.user);
    // What follows the fourth colon is the password, colons and all.
    (fits && !rest.is_empty()).then(|| Secret::new(unescape(rest)))
}

/// Up to a colon that no backslash stands before, and what comes after it.
fn field(text: &str) -> Option<(&str, &str)> {
    let mut escaped = false;
    for (at, character) in text.char_indices() {
        match character {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            ':' => return Some((text.get(..at)?, text.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => out.push(rest.next().unwrap_or('\\')),
            other => out.push(other),
        }
    }
    out
}
