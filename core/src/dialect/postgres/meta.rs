//! psql's own lines (`\i file`, `\connect db`): what they are called, and which files they read in. Following them is the
//! hosts' business, for it takes files.

use super::lex::Token;
use super::split::split;
use crate::source::{Place, place};

/// `\i file` or `\ir file` in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Include {
    /// First byte of the line's command.
    pub start: usize,
    /// One past its last byte.
    pub end: usize,
    /// Where it stands, as people count.
    pub place: Place,
    /// The path as written, without quotes.
    pub path: String,
    /// `\ir`: seen from the file that the line stands in, rather than from where psql runs.
    pub relative: bool,
}

/// The files that a text reads in, in their order.
pub fn includes(text: &str) -> Vec<Include> {
    if !text.contains("\\i") {
        return Vec::new();
    }
    let metas = split(text).metas;
    metas.iter().filter_map(|meta| include(text, meta)).collect()
}

/// The include that a line is, if it is one.
pub fn include(text: &str, meta: &Token) -> Option<Include> {
    let line = meta.text(text);
    let (command, argument) = line.split_once(char::is_whitespace)?;
    let relative = match command {
        "\\i" | "\\include" => false,
        "\\ir" | "\\include_relative" => true,
        _ => return None,
    };
    let path = argument.trim().trim_end_matches(';').trim();
    let quoted = path.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\''));
    let path = quoted.map_or_else(|| path.to_owned(), |inside| inside.replace("''", "'"));
    let start = meta.start as usize;
    Some(Include { start, end: meta.end as usize, place: place(text, start), path, relative })
}

/// A line's command: `\connect`.
pub fn command<'a>(text: &'a str, meta: &Token) -> &'a str {
    meta.text(text).split_whitespace().next().unwrap_or_default()
}

/// A text with everything outside a range made blank: places in it stay where they are.
pub fn only(text: &str, start: usize, end: usize) -> String {
    let blank = |text: &str| -> String {
        text.bytes().map(|byte| if matches!(byte, b'\n' | b'\r') { char::from(byte) } else { ' ' }).collect()
    };
    let inside = text.get(start..end).unwrap_or_default();
    let (before, after) = (text.get(..start).unwrap_or_default(), text.get(end..).unwrap_or_default());
    format!("{}{inside}{}", blank(before), blank(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_read_in() {
        let check = |text: &str, expected: &[(&str, bool)]| {
            let got = includes(text);
            let got: Vec<_> = got.iter().map(|found| (found.path.as_str(), found.relative)).collect();
            assert_eq!(got, expected, "{text}");
        };
        check("\\i a.sql\nselect 1;\n\\ir 'b c/it''s.sql'\n", &[("a.sql", false), ("b c/it's.sql", true)]);
        check("select '\n\\i a.sql\n';\n\\include x.sql;\n\\if true\n", &[("x.sql", false)]);
        check("copy t from stdin;\n\\i a.sql\n\\.\n", &[]);
    }

    #[test]
    fn blanked() {
        assert_eq!(only("ä\nbc\nd", 3, 5), "  \nbc\n ");
    }
}
