//! What clap can tell of the command line itself: completions and man pages.

use super::Answer;
use crate::args::Args;
use crate::failure::Failure;
use clap::CommandFactory;
use std::path::Path;

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
    let mut pages = vec![page(&command)?];
    for sub in command.get_subcommands().filter(|sub| !sub.is_hide_set()) {
        let name = format!("schemasync-{}", sub.get_name());
        pages.push(page(&sub.clone().name(name.clone()).display_name(name))?);
    }
    let files = pages.into_iter().map(|(name, text)| (folder.join(name), text)).collect();
    Ok(Answer { files, ..Answer::default() })
}

fn page(command: &clap::Command) -> Result<(String, String), Failure> {
    let mut text = Vec::new();
    (clap_mangen::Man::new(command.clone()).render(&mut text))
        .map_err(|e| Failure::new(format!("cannot make the man page: {e}")))?;
    Ok((format!("{}.1", command.get_name()), String::from_utf8_lossy(&text).into_owned()))
}
