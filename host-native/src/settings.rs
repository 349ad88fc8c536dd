//! What the arguments mean, checked: nothing after this asks whether an option makes sense.

use crate::args::{Args, Command, Diff, Inspect};
use crate::failure::Failure;
use crate::source::Place;
use std::path::PathBuf;

/// A run, ready to be made.
#[derive(Clone, Debug)]
pub enum Settings {
    /// `diff`, with its sources.
    Diff {
        /// What is there.
        from: Place,
        /// What is wanted.
        to: Place,
        /// The options.
        options: Diff,
    },
    /// `inspect`, with its source.
    Inspect {
        /// What to look at.
        source: Place,
        /// The options.
        options: Inspect,
    },
    /// `completions`.
    Completions(clap_complete::Shell),
    /// `man`.
    Man(PathBuf),
}

impl Settings {
    /// Settings from arguments.
    pub fn new(args: Args) -> Result<Self, Failure> {
        Ok(match args.command {
            Command::Diff(options) => diff(options)?,
            Command::Inspect(options) => Settings::Inspect { source: Place::new(&options.source)?, options },
            Command::Completions { shell } => Settings::Completions(shell),
            Command::Man { out } => Settings::Man(out),
        })
    }
}

fn diff(options: Diff) -> Result<Settings, Failure> {
    let (from, to) = (Place::new(&options.from)?, Place::new(&options.to)?);
    if from == Place::Stdin && to == Place::Stdin {
        return Err(Failure::new("FROM and TO cannot both be standard input")
            .help("write one of them to a file first"));
    }
    Ok(Settings::Diff { from, to, options })
}
