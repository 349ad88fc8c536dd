//! `schemasync inspect`: one source in, the same in canonical form out.

use super::Answer;
use super::read::{read, refuse};
use crate::args::{Inspect, InspectFormat};
use crate::failure::Failure;
use crate::folder;
use crate::output::Terminal;
use crate::source::Place;
use schemasync_core::diagnostic::{Level, Renderer};
use schemasync_core::inspect::{self, Ddl};
use schemasync_core::model::Schema;
use schemasync_core::{canonical, catalog, snapshot};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// Runs it.
pub(super) fn inspect(source: &Place, asked: &Inspect, terminal: &Terminal) -> Result<Answer, Failure> {
    let side = read(source, &asked.scope, terminal)?;
    refuse(&[&side])?;
    let schema = match side.catalog && asked.format == InspectFormat::Sql {
        true => catalog::portable(canonical(&side.schema)),
        false => canonical(&side.schema),
    };
    let out = asked.out.as_ref();
    match (asked.format, out) {
        (InspectFormat::Json, _) => Ok(Answer::text(snapshot::write(&schema), out)),
        (InspectFormat::Text, _) => Ok(Answer::text(inspect::outline(&schema), out)),
        (InspectFormat::Sql, Some(folder)) if !is_sql_file(folder) => {
            lay_out(&schema, folder, asked.prune, terminal)
        }
        (InspectFormat::Sql, _) => {
            let ddl = told(inspect::ddl(&schema), terminal)?;
            let comments: String =
                side.left_out.iter().map(|what| format!("-- left out: {what}\n")).collect();
            Ok(Answer::text(comments + &ddl.files.into_values().collect::<String>(), out))
        }
    }
}

/// Whether `--out` names a file, not a folder.
fn is_sql_file(path: &Path) -> bool {
    !path.is_dir() && path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("sql"))
}

/// One file an object. What lies there already and belongs to no object would be read along with the rest next time.
fn lay_out(schema: &Schema, folder: &Path, prune: bool, terminal: &Terminal) -> Result<Answer, Failure> {
    let ddl = told(inspect::files(schema), terminal)?;
    let files: Vec<(PathBuf, String)> =
        ddl.files.into_iter().map(|(path, text)| (folder.join(path), text)).collect();
    let there = if folder.is_dir() { folder::files(folder)? } else { BTreeSet::new() };
    let kept: BTreeSet<&PathBuf> = files.iter().map(|(path, _)| path).collect();
    let stale: Vec<PathBuf> = there.into_iter().filter(|path| !kept.contains(path)).collect();
    match stale.first() {
        Some(first) if !prune => Err(Failure::refused(format!(
            "`{}` holds {} that this schema knows nothing of, such as `{}`",
            folder.display(),
            super::read::count(stale.len(), ".sql file"),
            first.display()
        ))
        .help("--prune removes them; or name another folder")),
        _ => Ok(Answer { files, remove: stale, ..Answer::default() }),
    }
}

/// Says what could not be written; DDL with holes in it is none.
fn told(ddl: Ddl, terminal: &Terminal) -> Result<Ddl, Failure> {
    ddl.diagnostics.iter().for_each(|diagnostic| terminal.diagnose(diagnostic, &Renderer::new(&[])));
    match ddl.diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error) {
        true => Err(Failure::new("this schema cannot be written as SQL, nothing printed")),
        false => Ok(ddl),
    }
}
