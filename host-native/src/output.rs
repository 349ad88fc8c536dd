//! What leaves the process: an answer on standard output or in files, everything else on standard error.

use crate::args::{Args, Color};
use crate::failure::Failure;
use crate::live::progress::{Event, Watch};
use crate::live::secrets;
use crate::run::Answer;
use crate::source::reason;
use schemasync_core::diagnostic::{Diagnostic, Level, Renderer};
use std::io::{IsTerminal, Write};
use std::path::Path;

/// How to speak to the user.
#[derive(Clone, Copy, Debug)]
pub struct Terminal {
    /// Whether standard output takes colours.
    pub color_out: bool,
    /// Whether standard error takes colours.
    pub color_err: bool,
    /// The least grave thing worth saying.
    pub level: Level,
}

impl Terminal {
    /// From what the user asked for, and what the streams are.
    pub fn new(args: &Args) -> Self {
        let takes = |is_terminal: bool| match args.common.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                is_terminal && !set("NO_COLOR") && std::env::var_os("TERM").is_none_or(|t| t != "dumb")
            }
        };
        Terminal {
            color_out: takes(std::io::stdout().is_terminal()),
            color_err: takes(std::io::stderr().is_terminal()),
            level: match (args.common.quiet, args.common.verbose) {
                (true, _) => Level::Error,
                (_, true) => Level::Note,
                _ => Level::Warning,
            },
        }
    }

    /// Prints an answer: files first, then standard output, all of it or nothing.
    pub fn print(&self, answer: &Answer) -> Result<(), Failure> {
        for (path, text) in &answer.files {
            write_file(path, text, answer.private)?;
        }
        for path in &answer.remove {
            std::fs::remove_file(path)
                .map_err(|e| Failure::new(format!("cannot remove `{}`: {}", path.display(), reason(&e))))?;
        }
        let mut out = std::io::stdout().lock();
        match out.write_all(answer.text.as_bytes()).and_then(|()| out.flush()) {
            // Whoever read it had enough.
            Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
            Err(e) => Err(Failure::new(format!("cannot write to standard output: {}", reason(&e)))),
            Ok(()) => Ok(()),
        }
    }

    /// Says why a run ended early; gives its status.
    pub fn fail(&self, failure: &Failure) -> u8 {
        if !failure.message.is_empty() {
            let word = if failure.status == crate::failure::REFUSED { "refused" } else { "error" };
            self.say(&format!("{}: {failure}", self.mark(Level::Error, word)));
        }
        failure.status
    }

    /// Says a diagnostic, if it is grave enough.
    pub fn diagnose(&self, diagnostic: &Diagnostic, renderer: &Renderer<'_>) {
        if diagnostic.level > self.level {
            return;
        }
        let text = renderer.render(diagnostic);
        let word = match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        let text =
            text.replacen(&format!("{word}: "), &format!("{}: ", self.mark(diagnostic.level, word)), 1);
        self.say(text.trim_end());
    }

    /// Prints something on standard output before the run is over.
    pub fn show(&self, text: &str) {
        let mut out = std::io::stdout().lock();
        // Whoever read it had enough.
        let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    }

    /// Asks the person at the terminal; `None` if there is none.
    pub fn ask(&self, question: &str) -> Option<bool> {
        if !std::io::stdin().is_terminal() || !std::io::stderr().is_terminal() {
            return None;
        }
        let _ = write!(std::io::stderr().lock(), "{question} [y/N] ");
        let mut answer = String::new();
        let read = std::io::stdin().read_line(&mut answer);
        Some(read.is_ok() && matches!(answer.trim().to_lowercase().as_str(), "y" | "yes"))
    }

    /// Says something that only matters to those who asked for more.
    pub fn note(&self, text: &str) {
        if self.level == Level::Note {
            self.say(text);
        }
    }

    /// Says something that matters to everyone but those who asked for quiet.
    pub fn warn(&self, text: &str) {
        if self.level >= Level::Warning {
            self.say(&format!("{}: {text}", self.mark(Level::Warning, "warning")));
        }
    }

    /// A line on standard error. When nobody reads it there is nobody to tell.
    fn say(&self, text: &str) {
        let _ = writeln!(std::io::stderr().lock(), "{text}");
    }

    fn mark(&self, level: Level, word: &str) -> String {
        let color = match level {
            Level::Error => "1;31",
            Level::Warning => "1;33",
            Level::Note => "1;36",
        };
        if self.color_err { format!("\x1b[{color}m{word}\x1b[0m") } else { word.to_owned() }
    }
}

/// Writes a file through a neighbour that takes its place, so that nobody ever finds half of it. A file that was there keeps
/// its permissions; a new one is for this user alone if it is private.
fn write_file(path: &Path, text: &str, private: bool) -> Result<(), Failure> {
    let failed =
        |e: std::io::Error| Failure::new(format!("cannot write `{}`: {}", path.display(), reason(&e)));
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    // A link stays a link, and a device or pipe cannot be replaced.
    let path = &path.canonicalize().unwrap_or_else(|_| path.to_owned());
    if path.metadata().is_ok_and(|meta| !meta.is_file()) {
        return std::fs::write(path, text).map_err(failed);
    }
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    let kept = path.metadata().ok().map(|meta| meta.permissions());
    let written = create(&part, private || kept.is_some())
        .and_then(|mut file| file.write_all(text.as_bytes()))
        .and_then(|()| kept.map_or(Ok(()), |kept| std::fs::set_permissions(&part, kept)))
        .and_then(|()| std::fs::rename(&part, path));
    written.map_err(|e| {
        let _ = std::fs::remove_file(&part);
        failed(e)
    })
}

/// A new file in the place of whatever has its name.
fn create(path: &Path, private: bool) -> std::io::Result<std::fs::File> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(not(unix))]
    let _ = private;
    #[cfg(unix)]
    if private {
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    // What a run that was killed left.
    match std::fs::remove_file(path) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => options.open(path),
    }
}

fn set(variable: &str) -> bool {
    std::env::var_os(variable).is_some_and(|value| !value.is_empty())
}

/// Tells on standard error what happens while a plan is carried out: a line a step, with its time.
#[derive(Debug)]
pub struct Progress<'a> {
    terminal: &'a Terminal,
}

impl<'a> Progress<'a> {
    /// Nothing happened yet.
    pub fn new(terminal: &'a Terminal) -> Self {
        Progress { terminal }
    }
}

impl Watch for Progress<'_> {
    fn tell(&mut self, event: Event<'_>) {
        if self.terminal.level == Level::Error {
            return;
        }
        let mut out = std::io::stderr().lock();
        // When nobody reads it there is nobody to tell.
        let _ = match event {
            Event::Begins(number, of, step) => {
                let width = of.to_string().len();
                let shown = secrets::without(step);
                let words: Vec<&str> = shown.split_whitespace().collect();
                let text: String = words.join(" ").chars().filter(|c| !c.is_control()).take(80).collect();
                write!(out, "[{number:width$}/{of}] {text}").and_then(|()| out.flush())
            }
            Event::Done(took) => writeln!(out, "  {:.2} s", took.as_secs_f64()),
            Event::Broken => writeln!(out),
            Event::Again(pause, tries, by) => writeln!(
                out,
                "a lock is held by {by}: rolled back, trying again in {} s (try {})",
                pause.as_secs_f32(),
                tries + 1
            ),
            Event::Verifying => Ok(()),
            Event::Committed => Ok(()),
            Event::Note(text) => writeln!(out, "{text}"),
        };
    }
}
