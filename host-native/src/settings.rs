//! What the arguments mean, checked: nothing after this asks whether an option makes sense.

use crate::args::{Args, Check, Command, Diff, Inspect, Plan, Sync};
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
    /// `plan`, with the source of what is wanted.
    Plan {
        /// What is wanted.
        schema: Place,
        /// The options.
        options: Box<Plan>,
    },
    /// `sync`, with the source of what is wanted or the plan that was saved.
    Sync {
        /// What is wanted.
        wish: Wish,
        /// The options.
        options: Box<Sync>,
    },
    /// `check`, with the source of what is wanted.
    Check {
        /// What is wanted.
        schema: Place,
        /// The options.
        options: Box<Check>,
    },
    /// Print the catalog query for a server of this major version.
    CatalogQuery(u32),
    /// `completions`.
    Completions(clap_complete::Shell),
    /// `man`.
    Man(PathBuf),
}

/// What `sync` is to do.
#[derive(Clone, Debug)]
pub enum Wish {
    /// To make the database what a source says.
    Schema(Place),
    /// To carry out a plan that was saved in a file.
    Saved(PathBuf),
}

impl Settings {
    /// Settings from arguments.
    pub fn new(args: Args) -> Result<Self, Failure> {
        Ok(match args.command {
            Command::Diff(options) => diff(options)?,
            Command::Plan(options) => Settings::Plan { schema: schema(options.source.as_deref())?, options },
            Command::Sync(options) => Settings::Sync {
                wish: match &options.plan {
                    Some(file) => Wish::Saved(file.clone()),
                    None => Wish::Schema(schema(options.source.as_deref())?),
                },
                options,
            },
            Command::Check(options) => {
                Settings::Check { schema: schema(options.source.as_deref())?, options }
            }
            Command::Inspect(options) => Settings::Inspect { source: Place::new(&options.source)?, options },
            Command::CatalogQuery { server_version } => Settings::CatalogQuery(server_version),
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

/// The source of what is wanted: the one named, or the one that is usual and there.
fn schema(named: Option<&str>) -> Result<Place, Failure> {
    const USUAL: [&str; 2] = ["schema.sql", "schema"];
    match named {
        Some(named) => Place::new(named),
        None => match USUAL.iter().map(PathBuf::from).find(|path| path.exists()) {
            Some(path) => Ok(Place::Path(path)),
            None => Err(Failure::new(
                "no schema is named, and there is neither schema.sql nor a folder schema here",
            )
            .help("name the file or folder that holds the schema you want")),
        },
    }
}
