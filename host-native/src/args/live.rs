//! The commands on a live database: `plan`, `sync`, `check`.

use super::{Manage, Scope};
use clap::{Args as Group, ValueEnum};
use std::path::PathBuf;
use std::time::Duration;

/// What the help of these commands says of their argument.
pub(super) const SCHEMA: &str = "\
SCHEMA is the schema you want: a .sql file, a folder (all .sql files in it and below), - for standard input, a .json \
snapshot, or git:REVISION:PATH. Left out, it is schema.sql or the folder schema, whichever is there.

The database is that of --url, else of DATABASE_URL, else of PGHOST, PGDATABASE and the like. Only those database \
schemas count that SCHEMA mentions, or those named with --schema; with --whole-database all of them.";

/// How they end.
pub(super) const SYNC_STATUS: &str = "\
Exit status: 0 done or nothing to do, 2 error, 3 refused: something needs consent. What needs none is done all the same, \
what was held back is listed.";
/// How they end.
pub(super) const CHECK_STATUS: &str = "Exit status: 0 in sync, 1 something differs, 2 error.";

/// Which database, and how much of it.
#[derive(Clone, Debug, Default, Group)]
pub struct Database {
    /// The database: postgres://user@host:5432/name, or key=value words. Others on this machine can see a password here:
    /// rather keep it in PGPASSWORD, DATABASE_URL or ~/.pgpass
    #[arg(long, value_name = "URL")]
    pub url: Option<String>,
    /// Try again for so long while the database does not answer, as one that is just being started
    #[arg(long, value_name = "TIME", default_value = "0", hide_default_value = true, value_parser = duration)]
    pub wait: Duration,
    /// What of it counts.
    #[command(flatten)]
    pub scope: Scope,
    /// Everything in the database counts: what SCHEMA does not mention is to go, whole schemas too
    #[arg(long, conflicts_with = "schema")]
    pub whole_database: bool,
    /// Manage owners or privileges everywhere, not only where SCHEMA says something of them
    #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
    pub manage: Vec<Manage>,
}

/// How to get there.
#[derive(Clone, Debug, Default, Group)]
pub struct Ways {
    /// Take an object for a renamed one: OLD=NEW or KIND:OLD=NEW, as orders.note=remark (may be given again)
    #[arg(long, value_name = "OLD=NEW")]
    pub rename: Vec<String>,
    /// Build indexes concurrently and validate constraints afterwards on every table, not only on those with rows
    #[arg(long, conflicts_with = "no_online")]
    pub online: bool,
    /// Take the short way everywhere: one transaction, while which tables may be blocked for long
    #[arg(long)]
    pub no_online: bool,
}

/// What may be destroyed.
#[derive(Clone, Debug, Default, Group)]
pub struct Consent {
    /// Make changes of these kinds even if they destroy data or definitions: drop_table, drop_column, alter_column, drop_view, ...
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kinds())]
    pub allow: Vec<String>,
    /// Make every change, whatever data it destroys
    #[arg(long, conflicts_with = "allow")]
    pub allow_destructive: bool,
}

fn kinds() -> clap::builder::PossibleValuesParser {
    schemasync_core::plan::consent::KINDS.into()
}

/// `schemasync plan`.
#[derive(Clone, Debug, Group)]
pub struct Plan {
    /// The schema you want
    #[arg(value_name = "SCHEMA")]
    pub source: Option<String>,
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// How to get there.
    #[command(flatten)]
    pub ways: Ways,
    /// Leave out what destroys data, as sync does without consent
    #[arg(long)]
    pub hold_back: bool,
    /// With --hold-back, what is not left out: drop_table, drop_column, alter_column, ...
    #[arg(long, value_delimiter = ',', value_name = "KIND", value_parser = kinds(), requires = "hold_back")]
    pub allow: Vec<String>,
    /// What to print
    #[arg(long, value_enum, default_value_t = super::DiffFormat::Text, value_name = "FORMAT")]
    pub format: super::DiffFormat,
    /// Save the plan to be carried out with `schemasync sync --plan FILE`
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// End with status 1 if there is something to do
    #[arg(long)]
    pub exit_code: bool,
}

/// `schemasync sync`.
#[derive(Clone, Debug, Group)]
pub struct Sync {
    /// The schema you want
    #[arg(value_name = "SCHEMA", conflicts_with = "plan")]
    pub source: Option<String>,
    /// Carry out exactly the plan that was saved with `schemasync plan --out FILE`
    #[arg(long, value_name = "FILE", conflicts_with_all = ["rename", "online", "no_online", "manage", "ignore"])]
    pub plan: Option<PathBuf>,
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// How to get there.
    #[command(flatten)]
    pub ways: Ways,
    /// What may be destroyed.
    #[command(flatten)]
    pub consent: Consent,
    /// Show what would be done, and do nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Do it without asking
    #[arg(long, short)]
    pub yes: bool,
    /// Keep no record of the run in the database (schema schemasync)
    #[arg(long)]
    pub no_journal: bool,
    /// How long to wait for another run on the same database
    #[arg(long, value_name = "TIME", default_value = "10s", value_parser = duration)]
    pub lock_wait: Duration,
    /// How long a step waits for a lock before everything is rolled back and tried again later
    #[arg(long, value_name = "TIME", default_value = "3s", value_parser = duration)]
    pub lock_timeout: Duration,
    /// How often that is tried again, after pauses that grow
    #[arg(long, value_name = "N", default_value_t = 10)]
    pub lock_retries: u32,
    /// How long a step may run; 0 for no limit [default: 60s where a table is blocked and need not be read, else none]
    #[arg(long, value_name = "TIME", value_parser = duration)]
    pub statement_timeout: Option<Duration>,
}

/// `schemasync check`.
#[derive(Clone, Debug, Group)]
pub struct Check {
    /// The schema you want
    #[arg(value_name = "SCHEMA")]
    pub source: Option<String>,
    /// Which database.
    #[command(flatten)]
    pub database: Database,
    /// What to print
    #[arg(long, value_enum, default_value_t = CheckFormat::Text, value_name = "FORMAT")]
    pub format: CheckFormat,
    /// Write to a file instead of standard output
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
}

/// What `check` prints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CheckFormat {
    /// The differences, the gravest first
    Text,
    /// Everything, for programs
    Json,
    /// For a pull request
    Markdown,
    /// Annotations of a GitHub workflow
    Github,
}

/// A time: `500ms`, `5s`, `2m`, `1h`, or seconds without a unit.
fn duration(text: &str) -> Result<Duration, String> {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, unit) = text.split_at(end);
    let factor = match unit.trim() {
        "ms" => 0.001,
        "" | "s" => 1.0,
        "m" | "min" => 60.0,
        "h" => 3600.0,
        _ => return Err("a time is written as 500ms, 5s, 2m or 1h".into()),
    };
    let seconds: f64 = number.parse().map_err(|_| "a time is written as 500ms, 5s, 2m or 1h".to_owned())?;
    // What the server takes: milliseconds in 31 bits.
    match Duration::try_from_secs_f64(seconds * factor) {
        Ok(time) if time.as_millis() < 1 << 31 => Ok(time),
        _ => Err("that is too long".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times() {
        let millis = |text| duration(text).map(|time| time.as_millis());
        assert_eq!(millis("500ms"), Ok(500));
        assert_eq!(millis("5"), Ok(5000));
        assert_eq!(millis("1.5s"), Ok(1500));
        assert_eq!(millis("2m"), Ok(120_000));
        assert_eq!(millis("1h"), Ok(3_600_000));
        assert!(millis("soon").is_err() && millis("5 days").is_err() && millis("9999h").is_err());
    }
}
