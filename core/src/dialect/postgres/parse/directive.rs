//! `-- @renamed from=old`: which object such a comment is about. What is done about it is the planner's business.
//!
//! A comment behind something speaks of what begins on its line, one on a line of its own of what comes next.

use super::super::lex::{Token, TokenKind};
use super::super::split::{Split, Statement};
use super::builder::Builder;
use super::cursor::unquote_string;
use crate::diagnostic::Diagnostic;
use crate::model::{Kind, ObjectId};
use crate::options::Directives;
use crate::source::{Source, Span};

const MARK: &str = "@renamed";

/// The directives of all sources: new id → old name as written. A directive that is about nothing is told.
pub(super) fn directives(builder: &mut Builder, sources: &[Source], splits: &[Split]) -> Directives {
    let mut out = Directives::new();
    for (index, (source, split)) in sources.iter().zip(splits).enumerate() {
        let found: Vec<usize> = source.text.match_indices(MARK).map(|(at, _)| at).collect();
        if found.is_empty() {
            continue;
        }
        let file = File::new(builder, index as u32, &source.text, split);
        let mut faults = Vec::new();
        for at in found {
            match file.directive(at) {
                Some(Ok((id, old))) => _ = out.insert(id, vec![old]),
                Some(Err((message, help))) => {
                    let end = at + MARK.len();
                    let span = Span { source: index as u32, start: at as u32, end: end as u32 };
                    faults.push(Diagnostic::error("bad-directive", message, span).help(help));
                }
                None => {}
            }
        }
        builder.diagnostics.extend(faults);
    }
    out
}

type Directive = Result<(ObjectId, String), (&'static str, &'static str)>;

/// A source with what was made in it, in the order of the text.
struct File<'a> {
    text: &'a str,
    split: &'a Split,
    made: Vec<(usize, u8, &'a ObjectId)>,
}

impl<'a> File<'a> {
    fn new(builder: &'a Builder, source: u32, text: &'a str, split: &'a Split) -> Self {
        let mut made: Vec<_> = (builder.spans.iter())
            .filter(|(id, span)| span.source == source && id.facet.is_itself())
            .filter(|(id, _)| builder.schema.contains(id))
            .map(|(id, span)| (span.start as usize, rank(id.kind), id))
            .collect();
        made.sort();
        File { text, split, made }
    }

    /// The directive whose mark stands at an offset; nothing where it is no comment.
    fn directive(&self, at: usize) -> Option<Directive> {
        let line = self.text.get(..at)?.rfind('\n').map_or(0, |newline| newline + 1);
        let before = self.text.get(line..at)?.trim_end();
        let before = before.strip_suffix("--").or_else(|| before.strip_suffix("/*"))?;
        let comment = line + before.len();
        let next = self.split.tokens.partition_point(|token| (token.start as usize) < comment);
        // Inside a string or a body it is text.
        if next > 0 && self.split.tokens.get(next - 1).is_some_and(|token| token.end as usize > comment) {
            return None;
        }
        let rest = self.text.get(at + MARK.len()..)?;
        let Some(old) = old_name(rest.lines().next().unwrap_or_default()) else {
            return Some(Err(("this directive names no old name", "write it as -- @renamed from=old")));
        };
        let about = match before.trim().is_empty() || self.stands_before(at, next) {
            true => self.below(next),
            false => self.on_line(line, next),
        };
        Some(match about {
            Ok(id) if id.kind == Kind::Type && !id.part.is_empty() => {
                let label = old.trim_matches(['\'', '"']).replace('"', "\"\"");
                Ok((id, format!("\"{label}\"")))
            }
            Ok(id) => Ok((id, old)),
            Err(fault) => Err(fault),
        })
    }

    /// Whether a comment stands at the beginning of what goes on behind it on its line: `( /* ... */ a integer`.
    fn stands_before(&self, at: usize, next: usize) -> bool {
        let opens = next > 0 && matches!(self.word(next - 1), "(" | ",");
        let start = self.split.tokens.get(next).map_or(0, |token| token.start as usize);
        opens && self.text.get(at..start).is_some_and(|between| !between.contains('\n'))
    }

    /// Where the parenthesis opens inside which a token stands, as deep as what a statement makes has its parts.
    fn inside(&self, next: usize) -> Option<usize> {
        let first = self.statement(next.checked_sub(1)?)?.first;
        let mut open = Vec::new();
        for at in first..next {
            match self.word(at) {
                "(" => open.push(self.split.tokens.get(at)?.end as usize),
                ")" => _ = open.pop(),
                _ => {}
            }
        }
        open.first().copied()
    }

    /// What the next token begins.
    fn below(&self, next: usize) -> Result<ObjectId, (&'static str, &'static str)> {
        const NOTHING: (&str, &str) =
            ("this directive stands above nothing that has a name", "put it behind the new name");
        let token = self.split.tokens.get(next).ok_or(NOTHING)?;
        if let Some(label) = self.label(next) {
            return Ok(label);
        }
        let statement = self.statement(next).ok_or(NOTHING)?;
        let end = self.split.tokens.get(statement.last - 1).map_or(0, |token| token.end as usize);
        let first = self.made.partition_point(|(start, _, _)| *start < token.start as usize);
        match self.made.get(first) {
            Some((start, _, id)) if *start < end => Ok((*id).clone()),
            _ => Err(NOTHING),
        }
    }

    /// What begins on the line up to the comment: what a statement makes, else the one column or other part.
    fn on_line(&self, line: usize, next: usize) -> Result<ObjectId, (&'static str, &'static str)> {
        let behind = (0..next).rev().find(|at| !matches!(self.word(*at), "," | ")" | ";"));
        if let Some(label) = behind.and_then(|at| self.label(at)) {
            return Ok(label);
        }
        let end = self.split.tokens.get(next.wrapping_sub(1)).map_or(0, |token| token.end as usize);
        let first = self.made.partition_point(|(start, _, _)| *start < line);
        let here = self.made.get(first..).unwrap_or_default().iter().take_while(|(start, _, _)| *start < end);
        let here: Vec<_> = here.collect();
        // Behind a column of a table that begins on this line, too.
        let column = |(start, rank, _): &&&(usize, u8, &ObjectId)| {
            *rank == COLUMN && self.inside(next).is_some_and(|open| open >= line && open <= *start)
        };
        if let Some((_, _, id)) = here.iter().rev().find(column) {
            return Ok((*id).clone());
        }
        let best = here.iter().map(|(_, rank, _)| *rank).min();
        let mut best = here.iter().filter(|(_, rank, _)| Some(*rank) == best);
        match (best.next(), best.next()) {
            (Some((_, _, id)), None) => Ok((*id).clone()),
            (Some(_), Some(_)) => {
                Err(("this directive could be about several things", "put each on a line of its own"))
            }
            _ => Err(("this directive stands behind nothing that has a name", "put it behind the new name")),
        }
    }

    /// The enum label that a token is.
    fn label(&self, at: usize) -> Option<ObjectId> {
        let token = self.split.tokens.get(at).filter(|token| token.kind == TokenKind::String)?;
        let statement = self.statement(at)?;
        let is = |index: usize, word: &str| self.word(statement.first + index).eq_ignore_ascii_case(word);
        if !(is(0, "create") && is(1, "type")) {
            return None;
        }
        let start = self.split.tokens.get(statement.first)?.start as usize;
        let made = self.made.partition_point(|(other, _, _)| *other < start);
        let (_, _, id) = self.made.get(made).filter(|(_, _, id)| id.kind == Kind::Type)?;
        Some(ObjectId { part: unquote_string(token.text(self.text)), ..(*id).clone() })
    }

    fn word(&self, at: usize) -> &'a str {
        self.split.tokens.get(at).map_or("", |token: &Token| token.text(self.text))
    }

    fn statement(&self, at: usize) -> Option<&'a Statement> {
        let statement = self.split.statements.partition_point(|statement| statement.last <= at);
        self.split.statements.get(statement).filter(|statement| statement.first <= at)
    }
}

/// What stands behind `from=`: one name, which may be quoted and qualified.
fn old_name(rest: &str) -> Option<String> {
    let rest = rest.trim_start().strip_prefix("from")?.trim_start().strip_prefix('=')?.trim_start();
    let mut quote = None;
    let end = rest.find(|c: char| match quote {
        Some(open) => {
            if c == open {
                quote = None;
            }
            false
        }
        None => {
            if matches!(c, '"' | '\'') {
                quote = Some(c);
            }
            c.is_whitespace() || c == '*'
        }
    });
    let name = rest.get(..end.unwrap_or(rest.len()))?.trim_end_matches([',', ';']);
    (!name.is_empty()).then(|| name.to_owned())
}

/// The rank of columns.
const COLUMN: u8 = 1;

/// What a directive is about where several things begin at once: what a statement makes, then columns, then the rest,
/// and last what comes along with others unasked.
fn rank(kind: Kind) -> u8 {
    match kind {
        Kind::Column => COLUMN,
        Kind::Constraint => 2,
        Kind::Sequence | Kind::Index => 3,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse;
    use crate::source::Source;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let parsed = parse(&[Source::new("a.sql", text)]);
        let mut got: Vec<String> =
            parsed.renames.iter().map(|(id, old)| format!("{id} <- {}", old.join(", "))).collect();
        got.extend(parsed.diagnostics.iter().map(|d| d.message.clone()));
        pretty_assertions::assert_eq!(got, expected);
    }

    #[test]
    fn behind() {
        check(
            "CREATE TABLE t ( -- @renamed from=s\n  a int, --  @renamed  from = b\n  c int UNIQUE -- @renamed from=\"D\"\n);",
            &["table t <- s", "column t.a <- b", "column t.c <- \"D\""],
        );
        check("CREATE TABLE t (a int); -- @renamed from=x.s", &["table t <- x.s"]);
        check("CREATE TABLE t (a int, -- @renamed from=b\n c int);", &["column t.a <- b"]);
        check("CREATE TABLE t (a int, c int /* @renamed from=b */);", &["column t.c <- b"]);
        check(
            "CREATE TABLE t ( /* @renamed from=b */ a int, /* @renamed from=d */ c int);",
            &["column t.a <- b", "column t.c <- d"],
        );
        check("CREATE SEQUENCE q; /* @renamed from=p */", &["sequence q <- p"]);
        check(
            "CREATE TYPE m AS ENUM ('a', -- @renamed from=A b\n'c' -- @renamed from='C d'\n);",
            &["type ma <- \"A\"", "type mc <- \"C d\""],
        );
    }

    #[test]
    fn above() {
        check(
            "-- @renamed from=s\n-- another\nCREATE TABLE t (\n  -- @renamed from=b\n  a int,\n  -- @renamed from=k\n  CONSTRAINT c CHECK (a > 0)\n);\n-- @renamed from=i\nCREATE INDEX j ON t (a);",
            &["table t <- s", "column t.a <- b", "constraint t.c <- k", "index j <- i"],
        );
        check("CREATE TYPE m AS ENUM (\n-- @renamed from=b\n'a');", &["type ma <- \"b\""]);
    }

    #[test]
    fn faults() {
        check("CREATE TABLE t (a int, b int); -- @renamed", &["this directive names no old name"]);
        check(
            "CREATE TABLE t (\na int, b int -- @renamed from=c\n);",
            &["this directive could be about several things"],
        );
        check(
            "CREATE TABLE t (a int);\n-- @renamed from=c\n",
            &["this directive stands above nothing that has a name"],
        );
        check("CREATE FUNCTION f() RETURNS int LANGUAGE sql AS '\n-- @renamed from=c\nselect 1';", &[]);
    }
}
