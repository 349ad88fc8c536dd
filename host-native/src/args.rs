//! The command line as clap reads it. What it means is found out in `settings`.

mod live;

pub use live::{Check, CheckFormat, Consent, Database, Plan, Sync, Ways};

use clap::{Args as Group, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

const LONG_ABOUT: &str = "\
Keep the schema you want as plain CREATE statements. Schema Sync compares it with what is there and prints the ordered \
SQL that takes one to the other, saying of each step what it locks, what it rewrites, what it may destroy and whether \
it can be undone.";

const AFTER_HELP: &str = "\
Exit status: 0 done or nothing differs, 1 differences found (check, or with --exit-code), 2 error, 3 refused.";

const SOURCES: &str = "\
A source is a .sql file, a folder (all .sql files in it and below, in any order), - for standard input, a .json \
snapshot made by `schemasync inspect --format json`, git:REVISION:PATH for a file or folder as it was in a commit, \
postgres://USER@HOST:PORT/DATABASE for a live database, or postgres: for the one that DATABASE_URL or PGHOST, \
PGDATABASE and so on name. Keep passwords off the command line, where others can see them: PGPASSWORD, DATABASE_URL and \
~/.pgpass hold them.";

/// Declarative database schemas: compare two, get the migration
#[derive(Clone, Debug, Parser)]
#[command(name = "schemasync", version, long_about = LONG_ABOUT, after_help = AFTER_HELP)]
#[command(arg_required_else_help = true, subcommand_required = true, max_term_width = 100)]
pub struct Args {
    /// What holds for every command.
    #[command(flatten)]
    pub common: Common,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What holds for every command.
#[derive(Clone, Debug, Group)]
pub struct Common {
    /// When to colour the output
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub color: Color,
    /// Say nothing but errors on standard error
    #[arg(long, short, global = true, conflicts_with = "verbose")]
    pub quiet: bool,
    /// Say more on standard error: what was read, and notes
    #[arg(long, short, global = true)]
    pub verbose: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Color {
    /// On a terminal, unless NO_COLOR is set
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// What to do.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Print the SQL that takes source FROM to source TO
    #[command(after_help = SOURCES)]
    Diff(Diff),
    /// Show what sync would do to a live database: changes, what they lock and destroy, the SQL
    #[command(after_help = live::SCHEMA)]
    Plan(Box<Plan>),
    /// Make a live database what the schema says
    #[command(after_help = format!("{}\n\n{}", live::SCHEMA, live::SYNC_STATUS))]
    Sync(Box<Sync>),
    /// Tell whether a live database is what the schema says; changes nothing
    #[command(after_help = format!("{}\n\n{}", live::SCHEMA, live::CHECK_STATUS))]
    Check(Box<Check>),
    /// Print a source as canonical DDL, as a JSON snapshot, or as an outline
    #[command(after_help = SOURCES)]
    Inspect(Inspect),
    /// Print the script that reads a catalog, for a database that only others can reach
    ///
    /// Its answer, saved as a .json file, is a source: schemasync catalog-query | psql -XqAt mydb > mydb.json
    CatalogQuery {
        /// The major version of the server
        #[arg(long, value_name = "VERSION", default_value_t = 18, value_parser = clap::value_parser!(u32).range(12..))]
        server_version: u32,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        #[arg(value_enum)]
        shell: clap_complete::Shell,
    },
    /// Write the man pages into a folder
    Man {
        /// The folder, made if it is not there
        #[arg(long, value_name = "DIR")]
        out: PathBuf,
    },
}

/// `schemasync diff`.
#[derive(Clone, Debug, Group)]
pub struct Diff {
    /// The source that says what is there
    #[arg(value_name = "FROM")]
    pub from: String,
    /// The source that says what is wanted
    #[arg(value_name = "TO")]
    pub to: String,
    /// What to print
    #[arg(long, value_enum, default_value_t = DiffFormat::Sql, value_name = "FORMAT")]
    pub format: DiffFormat,
    /// End with status 1 if anything differs
    #[arg(long)]
    pub exit_code: bool,
    /// Print the way back from TO to FROM, each step graded lossless, loses data or impossible
    #[arg(long)]
    pub reverse: bool,
    /// What both sides are limited to.
    #[command(flatten)]
    pub scope: Scope,
    /// Change tables that are in use: build indexes concurrently, validate constraints afterwards
    #[arg(long)]
    pub online: bool,
    /// Take an object for a renamed one: OLD=NEW or KIND:OLD=NEW, as orders.note=remark (may be given again)
    #[arg(long, value_name = "OLD=NEW")]
    pub rename: Vec<String>,
    /// Manage owners or privileges everywhere, not only where TO says something of them
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub manage: Vec<Manage>,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// `schemasync inspect`.
#[derive(Clone, Debug, Group)]
pub struct Inspect {
    /// The source
    #[arg(value_name = "SOURCE")]
    pub source: String,
    /// What to print
    #[arg(long, value_enum, default_value_t = InspectFormat::Sql, value_name = "FORMAT")]
    pub format: InspectFormat,
    /// What it is limited to.
    #[command(flatten)]
    pub scope: Scope,
    /// Write one file per object into a folder (with --format sql), or everything into a file
    #[arg(long, value_name = "DIR")]
    pub out: Option<PathBuf>,
    /// With --out DIR, remove .sql files there that belong to no object any more
    #[arg(long, requires = "out")]
    pub prune: bool,
}

/// What of a source counts.
#[derive(Clone, Debug, Default, Group)]
pub struct Scope {
    /// Look only at what lives in this database schema (may be given again)
    #[arg(long, value_name = "NAME")]
    pub schema: Vec<String>,
    /// Leave out objects whose qualified name matches, as 'public.tmp_*' (may be given again)
    #[arg(long, value_name = "PATTERN")]
    pub ignore: Vec<String>,
    /// Statements that nobody understands: stop, or go on without them
    #[arg(long, value_enum, default_value_t = Unsupported::Error, value_name = "WHAT")]
    pub unsupported: Unsupported,
}

/// What `diff` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    /// The statements, ready to run
    Sql,
    /// A tree of changes with their effects
    Text,
    /// Everything, for programs
    Json,
    /// For a pull request
    Markdown,
}

/// What `inspect` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum InspectFormat {
    /// Canonical DDL
    Sql,
    /// A snapshot that can stand in for the source
    Json,
    /// An outline
    Text,
}

/// What is managed everywhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Manage {
    /// Privileges
    Grants,
    /// Owners
    Owners,
    /// Both
    All,
}

/// What becomes of statements that nobody understands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum Unsupported {
    /// Stop
    #[default]
    Error,
    /// Go on without them, and say so in the output
    Warn,
}
