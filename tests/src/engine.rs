//! The engine under test, the way the tests call it.
//!
//! In this process, through the very code of the command line: arguments → settings → run.

use clap::Parser;
use schemasync::{args::Args, output::Terminal, run, settings::Settings};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};

static FILES: AtomicU32 = AtomicU32::new(0);

/// `schemasync diff` of two texts: its standard output.
///
/// # Errors
/// What the command would say on standard error.
pub fn diff(current: &str, desired: &str, flags: &[String]) -> Result<String, String> {
    run("diff", &[current, desired], flags)
}

/// `schemasync inspect` of a text or a catalog document: its standard output.
///
/// # Errors
/// What the command would say on standard error.
pub fn inspect(text: &str, flags: &[String]) -> Result<String, String> {
    run("inspect", &[text], flags)
}

fn run(command: &str, texts: &[&str], flags: &[String]) -> Result<String, String> {
    let files: Vec<Scratch> = texts.iter().map(|text| Scratch::new(text)).collect();
    let paths = files.iter().map(|file| file.0.display().to_string());
    let words =
        ["schemasync", command].into_iter().map(str::to_owned).chain(paths).chain(flags.iter().cloned());
    let args = Args::try_parse_from(words).map_err(|usage| usage.to_string())?;
    let terminal = Terminal::new(&args);
    let answer = Settings::new(args).and_then(|settings| run::run(&settings, &terminal));
    answer.map(|answer| answer.text).map_err(|failure| failure.to_string())
}

/// A file that is gone when the value is.
struct Scratch(PathBuf);

impl Scratch {
    fn new(text: &str) -> Self {
        let number = FILES.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("schemasync-{}-{number}.sql", std::process::id()));
        std::fs::write(&path, text).expect("a temporary file");
        Scratch(path)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        drop(std::fs::remove_file(&self.0));
    }
}
