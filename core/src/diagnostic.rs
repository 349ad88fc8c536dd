//! What the core has to say about its input: values with exact spans, and their rendering for a terminal.

use crate::source::{Source, Span, place};
use serde::{Deserialize, Serialize};

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    /// The input cannot be used as it is.
    Error,
    /// The input can be used, but something in it is passed over.
    Warning,
    /// For information.
    Note,
}

/// One thing to tell the user, with its place and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Diagnostic {
    /// How grave it is.
    pub level: Level,
    /// A stable name of the kind of fault, such as `syntax` or `unsupported-statement`.
    pub code: String,
    /// One sentence without a full stop.
    pub message: String,
    /// Where in the sources, if anywhere.
    pub span: Option<Span>,
    /// What the user can do, if there is something to say.
    pub help: Option<String>,
}

impl Diagnostic {
    /// An error.
    pub fn error(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { level: Level::Error, code: code.into(), message: message.into(), span: Some(span), help: None }
    }

    /// A warning.
    pub fn warning(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { level: Level::Warning, ..Self::error(code, message, span) }
    }

    /// A note.
    pub fn note(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { level: Level::Note, ..Self::error(code, message, span) }
    }

    /// The same with a word on what to do next.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Text for a terminal: `file:line:column: level: message`, the source line, a mark under the place, the help.
    pub fn render(&self, sources: &[Source]) -> String {
        let level = match self.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        let mut out = String::new();
        match self.span.and_then(|span| Some((span, sources.get(span.source as usize)?))) {
            Some((span, source)) => {
                let at = place(&source.text, span.start as usize);
                out += &format!("{}:{}:{}: {level}: {}\n", source.name, at.line, at.column, self.message);
                out += &excerpt(&source.text, span, at.line, at.column);
            }
            None => out += &format!("{level}: {}\n", self.message),
        }
        if let Some(help) = &self.help {
            out += &format!("  help: {help}\n");
        }
        out
    }
}

/// The source line with a mark under the span; long lines are cut around the place.
fn excerpt(text: &str, span: Span, line: u32, column: u32) -> String {
    const WIDTH: usize = 120;
    let Some(content) = text.lines().nth(line as usize - 1) else { return String::new() };
    let column = column as usize - 1;
    let skip = if column > WIDTH / 2 { column - WIDTH / 2 } else { 0 };
    let shown: String =
        content.chars().skip(skip).take(WIDTH).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let rest = shown.chars().count().saturating_sub(column - skip);
    let marks = (span.end.saturating_sub(span.start) as usize).clamp(1, rest.max(1));
    let gutter = line.to_string();
    let pad = " ".repeat(gutter.len());
    format!(" {gutter} | {}\n {pad} | {}{}\n", shown.trim_end(), " ".repeat(column - skip), "^".repeat(marks))
}
