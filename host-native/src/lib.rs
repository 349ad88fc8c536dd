//! The native host of Schema Sync: reads files, calls the core, prints. What is decided is decided in the core.
//!
//! The way of a run: [`args`] (what clap read) → [`settings`] (what was meant) → [`run`] (an [`run::Answer`]) →
//! [`output`] (printed at once and last, so that nothing is ever half-printed).
//!
//! For Rust programs there is [`SchemaManager`], which stands on the same engine.

pub mod args;
mod arguments;
pub mod failure;
pub mod folder;
pub mod git;
pub mod includes;
pub mod live;
pub mod manager;
pub mod output;
pub mod postgres;
pub mod run;
pub mod settings;
pub mod source;

pub use failure::Failure as Error;
pub use manager::{
    Connection, Desired, Model, PlanOptions, Provider, SchemaManager, SyncOptions, SyncOutcome,
};

use clap::Parser;
use failure::Failure;
use std::ffi::OsString;
use std::process::ExitCode;

/// The program with its version, as journals and saved plans name it.
pub const TOOL: &str = concat!("schemasync ", env!("CARGO_PKG_VERSION"));

/// Runs the command with the given arguments, the program's name first.
pub fn main(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = arguments::covered(args.into_iter().collect());
    let args = match args::Args::try_parse_from(args) {
        Ok(args) => args,
        Err(usage) => {
            // Help and version come this way too, with status 0. If they cannot be printed, nobody is there to tell.
            let _ = usage.print();
            return ExitCode::from(u8::try_from(usage.exit_code()).unwrap_or(failure::ERROR));
        }
    };
    let terminal = output::Terminal::new(&args);
    let done = settings::Settings::new(args).and_then(|settings| run::run(&settings, &terminal));
    let printed = done.and_then(|answer| terminal.print(&answer).map(|()| answer.status));
    ExitCode::from(printed.unwrap_or_else(|failure: Failure| terminal.fail(&failure)))
}

/// The README's example, compiled and run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../README.md")]
struct Readme;
