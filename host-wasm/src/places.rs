//! Places as editors count them: offsets and columns in UTF-16 code units, lines and columns from 1.

use schemasync_core::source::{Source, Span};
use serde::Serialize;

/// A range in one of the sources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Place {
    /// The name of the source.
    pub(crate) source: String,
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) line: u32,
    pub(crate) column: u32,
    pub(crate) end_line: u32,
    pub(crate) end_column: u32,
}

/// Finds places in some sources. Each source is looked through once.
pub(crate) struct Places<'a> {
    sources: &'a [Source],
    lines: Vec<Vec<Line>>,
}

/// Where a line begins.
struct Line {
    byte: u32,
    unit: u32,
}

impl<'a> Places<'a> {
    /// In these sources.
    pub(crate) fn new(sources: &'a [Source]) -> Self {
        Places { sources, lines: sources.iter().map(|source| lines(&source.text)).collect() }
    }

    /// The place of a span, if it is in any of the sources.
    pub(crate) fn of(&self, span: Span) -> Option<Place> {
        let source = self.sources.get(span.source as usize)?;
        let (start, line, column) = self.point(span.source, span.start)?;
        let (end, end_line, end_column) = self.point(span.source, span.end.max(span.start))?;
        Some(Place { source: source.name.clone(), start, end, line, column, end_line, end_column })
    }

    /// The offset, line and column of a byte.
    fn point(&self, source: u32, byte: u32) -> Option<(u32, u32, u32)> {
        let (text, lines) = (&self.sources.get(source as usize)?.text, self.lines.get(source as usize)?);
        let number = lines.partition_point(|line| line.byte <= byte);
        let line = lines.get(number.checked_sub(1)?)?;
        let end = (0..=byte as usize).rev().find(|end| text.is_char_boundary(*end))?;
        let units: usize = text.get(line.byte as usize..end)?.chars().map(char::len_utf16).sum();
        let units = units as u32;
        Some((line.unit + units, number as u32, units + 1))
    }
}

fn lines(text: &str) -> Vec<Line> {
    let mut out = vec![Line { byte: 0, unit: 0 }];
    let mut unit = 0;
    for (byte, c) in text.char_indices() {
        unit += c.len_utf16() as u32;
        if c == '\n' {
            out.push(Line { byte: byte as u32 + 1, unit });
        }
    }
    out
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, bytes: (u32, u32), units: (u32, u32), from: (u32, u32), to: (u32, u32)) {
        let sources = [Source::new("a.sql", text)];
        let place = Places::new(&sources).of(Span { source: 0, start: bytes.0, end: bytes.1 }).unwrap();
        assert_eq!((place.start, place.end), units, "offsets");
        assert_eq!((place.line, place.column), from, "start");
        assert_eq!((place.end_line, place.end_column), to, "end");
    }

    #[test]
    fn places() {
        check("", (0, 0), (0, 0), (1, 1), (1, 1));
        check("select", (0, 6), (0, 6), (1, 1), (1, 7));
        check("a\nbc\n", (2, 4), (2, 4), (2, 1), (2, 3));
        check("a\nbc\n", (5, 5), (5, 5), (3, 1), (3, 1));
        // Two bytes and one unit; four bytes and two units.
        check("é\n😀x", (7, 8), (4, 5), (2, 3), (2, 4));
        check("a\r\nb", (3, 4), (3, 4), (2, 1), (2, 2));
        // Inside a character, past the end.
        check("é", (1, 9), (0, 1), (1, 1), (1, 2));
    }
}
