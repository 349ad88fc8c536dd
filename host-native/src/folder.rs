//! Folders of DDL: every `.sql` file in one and below it, in the order of their paths, hidden ones left out.

use crate::failure::Failure;
use crate::source::{read_file, reason};
use schemasync_core::source::Source;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Reads all `.sql` files in a folder and below it.
pub fn read(folder: &Path) -> Result<Vec<Source>, Failure> {
    let files = files(folder)?;
    if files.is_empty() {
        return Err(Failure::new(format!("there is no .sql file in the folder `{}`", folder.display()))
            .help("name a folder that holds some, or a file"));
    }
    files.iter().map(|path| read_file(path)).collect()
}

/// The paths of all `.sql` files in a folder and below it, sorted.
pub fn files(folder: &Path) -> Result<BTreeSet<PathBuf>, Failure> {
    let mut found = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(folder) = waiting.pop() {
        // A link may lead back to where we have been.
        let real = folder.canonicalize().map_err(|e| unreadable(&folder, &e))?;
        if !seen.insert(real) {
            continue;
        }
        for entry in std::fs::read_dir(&folder).map_err(|e| unreadable(&folder, &e))? {
            let path = entry.map_err(|e| unreadable(&folder, &e))?.path();
            let hidden = path.file_name().is_some_and(|name| name.as_encoded_bytes().starts_with(b"."));
            if hidden {
                continue;
            } else if path.is_dir() {
                waiting.push(path);
            } else if path.extension().is_some_and(|ext| ext.eq_ignore_ascii_case("sql")) {
                found.insert(path);
            }
        }
    }
    Ok(found)
}

fn unreadable(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::new(format!("cannot read the folder `{}`: {}", folder.display(), reason(error)))
}
