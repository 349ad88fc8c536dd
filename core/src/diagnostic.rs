//! What the core has to say about its input: values with exact spans, and their rendering for a terminal.

use crate::source::{Source, Span};
use crate::{named, reads};
use serde::Serialize;
use std::cell::OnceCell;

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The input cannot be used as it is.
    Error,
    /// The input can be used, but something in it is passed over.
    Warning,
    /// For information.
    Note,
}

named!(Level {
    Error = "error",
    Warning = "warning",
    Note = "note",
});

/// One thing to tell the user, with its place and what to do next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// How grave it is.
    pub level: Level,
    /// A stable name of the kind of fault, such as `syntax` or `unsupported-statement`.
    pub code: String,
    /// One sentence without a full stop.
    pub message: String,
    /// Where in the sources, if anywhere.
    pub span: Option<Span>,
    /// Another place it has to do with: where the same thing was made before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub also: Option<Span>,
    /// What the user can do, if there is something to say.
    pub help: Option<String>,
}

reads!(Diagnostic { level, code, message, span, help; also });

impl Diagnostic {
    /// An error.
    pub fn error(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self {
            level: Level::Error,
            code: code.into(),
            message: message.into(),
            span: Some(span),
            also: None,
            help: None,
        }
    }

    /// A warning.
    pub fn warning(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { level: Level::Warning, ..Self::error(code, message, span) }
    }

    /// A note.
    pub fn note(code: &str, message: impl Into<String>, span: Span) -> Self {
        Self { level: Level::Note, ..Self::error(code, message, span) }
    }

    /// An error that is about no place in particular.
    pub fn of_all(code: &str, message: impl Into<String>) -> Self {
        Self { span: None, ..Self::error(code, message, Span::default()) }
    }

    /// The same with a word on what to do next.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Whether this is about a statement that can be left out, all else being sound. What was left open or stands twice
    /// puts more than its own statement in doubt.
    pub fn can_be_left_out(&self) -> bool {
        matches!(self.code.as_str(), "syntax" | "unsupported-statement" | "missing-object")
    }

    /// Text for a terminal: `file:line:column: level: message`, the source line, a mark under the place, the help.
    /// For many diagnostics, [`Renderer`] counts lines once.
    pub fn render(&self, sources: &[Source]) -> String {
        Renderer::new(sources).render(self)
    }
}

/// Renders diagnostics of the same sources.
#[derive(Clone, Debug)]
pub struct Renderer<'a> {
    sources: &'a [Source],
    /// Where each line of each source begins, once there is anything to tell.
    lines: OnceCell<Vec<Vec<usize>>>,
}

impl<'a> Renderer<'a> {
    /// For diagnostics of these sources.
    pub fn new(sources: &'a [Source]) -> Self {
        Renderer { sources, lines: OnceCell::new() }
    }

    /// Where the lines of a source begin.
    fn lines(&self, source: usize) -> Option<&Vec<usize>> {
        let starts = |source: &Source| {
            let after =
                source.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            std::iter::once(0).chain(after).collect()
        };
        self.lines.get_or_init(|| self.sources.iter().map(starts).collect()).get(source)
    }

    /// Text for a terminal.
    pub fn render(&self, diagnostic: &Diagnostic) -> String {
        let level = match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
            Level::Note => "note",
        };
        let mut out = match diagnostic.span.and_then(|span| self.place(span)) {
            Some((place, excerpt)) => format!("{place}: {level}: {}\n{excerpt}", diagnostic.message),
            None => format!("{level}: {}\n", diagnostic.message),
        };
        if let Some((place, _)) = diagnostic.also.and_then(|span| self.place(span)) {
            out += &format!("  first: {place}\n");
        }
        if let Some(help) = &diagnostic.help {
            out += &format!("  help: {help}\n");
        }
        out
    }

    /// `file:line:column`, and the line with a mark under the span.
    fn place(&self, span: Span) -> Option<(String, String)> {
        let (source, starts) = (self.sources.get(span.source as usize)?, self.lines(span.source as usize)?);
        let at = span.start as usize;
        let line = starts.partition_point(|start| *start <= at).max(1);
        let content = source.text.get(*starts.get(line - 1)?..)?.lines().next().unwrap_or_default();
        let within = at.saturating_sub(*starts.get(line - 1)?);
        let column = content.char_indices().take_while(|(index, _)| *index < within).count();
        let place = format!("{}:{line}:{}", source.name, column + 1);
        Some((place, excerpt(content, span, line, column)))
    }
}

/// A line with a mark under the span; long lines are cut around the place.
fn excerpt(content: &str, span: Span, line: usize, column: usize) -> String {
    const WIDTH: usize = 120;
    let skip = column.saturating_sub(WIDTH / 2);
    let shown: String =
        content.chars().skip(skip).take(WIDTH).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let rest = shown.chars().count().saturating_sub(column - skip);
    let marks = (span.end.saturating_sub(span.start) as usize).clamp(1, rest.max(1));
    let gutter = line.to_string();
    let pad = " ".repeat(gutter.len());
    format!(" {gutter} | {}\n {pad} | {}{}\n", shown.trim_end(), " ".repeat(column - skip), "^".repeat(marks))
}
