//! Settings in, an answer out. Reads sources; writes nothing.

mod check;
mod diff;
mod generate;
mod inspect;
mod live;
mod plan;
mod read;
mod sync;

use crate::failure::{DONE, Failure};
use crate::output::Terminal;
use crate::settings::Settings;
use std::path::PathBuf;

/// All that a run gives back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answer {
    /// For standard output.
    pub text: String,
    /// Files to write.
    pub files: Vec<(PathBuf, String)>,
    /// Whether they are for this user alone.
    pub private: bool,
    /// Files to remove.
    pub remove: Vec<PathBuf>,
    /// The exit status.
    pub status: u8,
}

impl Answer {
    /// A text for standard output, or for a file.
    pub fn text(text: String, out: Option<&PathBuf>) -> Self {
        match out {
            Some(path) => Answer { files: vec![(path.clone(), text)], status: DONE, ..Answer::default() },
            None => Answer { text, status: DONE, ..Answer::default() },
        }
    }
}

/// Runs a command.
pub fn run(settings: &Settings, terminal: &Terminal) -> Result<Answer, Failure> {
    match settings {
        Settings::Diff { from, to, options } => diff::diff(from, to, options, terminal),
        Settings::Inspect { source, options } => inspect::inspect(source, options, terminal),
        Settings::Plan { schema, options } => plan::plan(schema, options, terminal),
        Settings::Sync { wish, options } => sync::sync(wish, options, terminal),
        Settings::Check { schema, options } => check::check(schema, options, terminal),
        Settings::CatalogQuery(version) => generate::catalog_query(*version),
        Settings::Completions(shell) => generate::completions(*shell),
        Settings::Man(folder) => generate::man(folder),
    }
}
