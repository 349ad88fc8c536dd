//! Sources as they were in a revision: `git:REVISION:PATH`, asked of the `git` command.

use crate::failure::Failure;
use crate::includes::tidy;
use crate::source::{Texts, reason, text};
use schemasync_core::source::Source;
use std::path::Path;
use std::process::Command;

/// Reads a file or a folder of a revision.
pub fn read(revision: &str, path: &str) -> Result<Texts, Failure> {
    let path = match path.trim_end_matches('/') {
        "" => ".",
        path => path,
    };
    let open = |path: &Path| {
        let path = path.to_string_lossy();
        let there = is_file(revision, &path).unwrap_or(false);
        if there { show(revision, &path).map(Some) } else { Ok(None) }
    };
    if is_file(revision, path)? {
        return Texts::of(show(revision, path)?).follow(&[tidy(Path::new(path))], &open);
    }
    let listing = git(&["ls-tree", "-r", "-z", "--name-only", revision, "--", &format!("{path}/")])?;
    let listing = String::from_utf8_lossy(&listing).into_owned();
    let files: Vec<_> = listing.split('\0').filter(|name| wanted(name)).collect();
    if files.is_empty() {
        return Err(Failure::new(format!("there is no .sql file in `{path}` at {revision}")));
    }
    let paths: Vec<_> = files.iter().map(|name| tidy(Path::new(name))).collect();
    let sources = files.into_iter().map(|name| show(revision, name)).collect::<Result<_, _>>()?;
    Texts::Ddl(sources).follow(&paths, &open)
}

/// Whether a path is a file there; an error if it is not there at all.
fn is_file(revision: &str, path: &str) -> Result<bool, Failure> {
    let kind = git(&["cat-file", "-t", &format!("{revision}:./{path}")])?;
    Ok(kind.trim_ascii() == b"blob")
}

/// The same choice as in a folder on disk.
fn wanted(name: &str) -> bool {
    name.to_lowercase().ends_with(".sql")
        && !name.split('/').any(|part| part.starts_with('.') && part != "..")
}

fn show(revision: &str, path: &str) -> Result<Source, Failure> {
    let name = format!("{revision}:{path}");
    let bytes = git(&["cat-file", "blob", &format!("{revision}:./{path}")])?;
    let text = text(&format!("`{name}`"), bytes)?;
    Ok(Source::new(name, text))
}

fn git(args: &[&str]) -> Result<Vec<u8>, Failure> {
    let output = (Command::new("git").args(args).output())
        .map_err(|e| Failure::new(format!("cannot run git: {}", reason(&e))))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said
        .lines()
        .next()
        .unwrap_or("git failed")
        .trim_start_matches("fatal: ")
        .trim_end_matches('.')
        .to_owned();
    Err(Failure::new(format!("git: {said}")))
}
