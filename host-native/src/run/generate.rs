//! What needs no source: completions and man pages, which clap can tell, and the catalog query.

use super::Answer;
use crate::args::Args;
use crate::failure::Failure;
use clap::CommandFactory;
use schemasync_core::catalog;
use std::path::Path;

/// The catalog query as a script for psql, for a server of a major version.
pub(super) fn catalog_query(version: u32) -> Result<Answer, Failure> {
    Ok(Answer::text(catalog::script(version), None))
}

/// A completion script.
pub(super) fn completions(shell: clap_complete::Shell) -> Result<Answer, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "schemasync", &mut script);
    Ok(Answer::text(String::from_utf8_lossy(&script).into_owned(), None))
}

/// The man page of the command and of each of its subcommands.
pub(super) fn man(folder: &Path) -> Result<Answer, Failure> {
    let mut command = Args::command().disable_help_subcommand(true);
    command.build();
    let subcommands = command.get_subcommands().filter(|sub| !sub.is_hide_set()).cloned();
    let pages: Vec<_> =
        std::iter::once(command.clone()).chain(subcommands).map(page).collect::<Result<_, _>>()?;
    let files = pages.into_iter().map(|(name, text)| (folder.join(name), text)).collect();
    Ok(Answer { files, ..Answer::default() })
}

fn page(command: clap::Command) -> Result<(String, String), Failure> {
    let page = clap_mangen::Man::new(command);
    let mut text = Vec::new();
    page.render(&mut text).map_err(|e| Failure::new(format!("cannot make the man page: {e}")))?;
    Ok((page.get_filename(), String::from_utf8_lossy(&text).into_owned()))
}
