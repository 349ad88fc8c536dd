//! Cuts a file into statements before anything is parsed, so that one bad statement costs one statement.
//!
//! Knows psql's lines and COPY data, `;` inside a rule's parentheses and inside `BEGIN ATOMIC` bodies.

use super::lex::{Lexer, Token, TokenKind};

/// The tokens of one statement, without its `;`.
#[derive(Clone, Debug)]
pub struct Statement {
    /// First token, an index into the file's tokens.
    pub first: usize,
    /// One past the last token.
    pub last: usize,
}

/// A file's tokens and the statements they form.
#[derive(Clone, Debug, Default)]
pub struct Split {
    /// All tokens, meta-commands left out.
    pub tokens: Vec<Token>,
    /// The statements in their order.
    pub statements: Vec<Statement>,
    /// The lines of meta-commands.
    pub metas: Vec<Token>,
}

/// Cuts a text into statements.
pub fn split(text: &str) -> Split {
    let mut out = Split { tokens: Vec::with_capacity(text.len() / 6), ..Split::default() };
    let mut lexer = Lexer::new(text);
    let mut first = 0;
    let mut body = Body::default();
    while let Some(token) = lexer.next() {
        match token.kind {
            TokenKind::Meta => out.metas.push(token),
            TokenKind::Punct if token.text(text) == ";" && !body.holds(&out.tokens[first..], text) => {
                let copies = is_copy_from_stdin(&out.tokens[first..], text);
                push(&mut out, &mut first);
                body = Body::default();
                if copies {
                    lexer.seek(copy_data_end(text, lexer.offset()));
                }
            }
            _ => {
                body.see(token.text(text), token.kind, out.tokens.len() - first);
                out.tokens.push(token);
            }
        }
    }
    push(&mut out, &mut first);
    out
}

fn push(out: &mut Split, first: &mut usize) {
    if out.tokens.len() > *first {
        out.statements.push(Statement { first: *first, last: out.tokens.len() });
        *first = out.tokens.len();
    }
}

/// What keeps a `;` inside a statement.
#[derive(Default)]
struct Body {
    parens: i32,
    /// Open BEGIN and CASE words once `BEGIN ATOMIC` was seen.
    blocks: i32,
    after_begin: bool,
}

impl Body {
    fn see(&mut self, text: &str, kind: TokenKind, _index: usize) {
        match kind {
            TokenKind::Punct => match text {
                "(" => self.parens += 1,
                ")" => self.parens -= 1,
                _ => {}
            },
            TokenKind::Word => {
                let is = |word: &str| text.eq_ignore_ascii_case(word);
                if self.blocks > 0 {
                    self.blocks += i32::from(is("case")) - i32::from(is("end"));
                } else if self.after_begin && is("atomic") {
                    self.blocks = 1;
                }
                self.after_begin = is("begin");
                return;
            }
            _ => {}
        }
        self.after_begin = false;
    }

    fn holds(&self, statement: &[Token], text: &str) -> bool {
        self.blocks > 0 || self.parens > 0 && is_rule(statement, text)
    }
}

fn word<'a>(statement: &[Token], index: usize, text: &'a str) -> &'a str {
    statement.get(index).map_or("", |t| t.text(text))
}

fn is_rule(statement: &[Token], text: &str) -> bool {
    let at = |index| word(statement, index, text);
    at(0).eq_ignore_ascii_case("create")
        && (at(1).eq_ignore_ascii_case("rule") || at(3).eq_ignore_ascii_case("rule"))
}

fn is_copy_from_stdin(statement: &[Token], text: &str) -> bool {
    word(statement, 0, text).eq_ignore_ascii_case("copy")
        && statement.windows(2).any(|pair| {
            pair[0].text(text).eq_ignore_ascii_case("from")
                && pair[1].text(text).eq_ignore_ascii_case("stdin")
        })
}

/// The data of a COPY begins on the next line and ends with a line `\.`, or with the file.
fn copy_data_end(text: &str, from: usize) -> usize {
    let mut at = from;
    while let Some(len) = text.get(at..).and_then(|rest| rest.find('\n')) {
        at += len + 1;
        let line = text[at..].lines().next().unwrap_or_default();
        if line.trim_end() == "\\." {
            return at + 2;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[&str]) {
        let split = split(text);
        let got: Vec<_> = (split.statements.iter())
            .map(|s| &text[split.tokens[s.first].start as usize..split.tokens[s.last - 1].end as usize])
            .collect();
        pretty_assertions::assert_eq!(got, expected);
    }

    #[test]
    fn statements() {
        check("a; b;;\n\\connect x\nc", &["a", "b", "c"]);
        check("COPY t FROM stdin;\n1;2\n\\.\nb;", &["COPY t FROM stdin", "b"]);
        check(
            "create rule r as on insert to t do (a; b); c",
            &["create rule r as on insert to t do (a; b)", "c"],
        );
        check(
            "create function f() begin atomic select case a when 1 then 2 end; select 1; end; c",
            &["create function f() begin atomic select case a when 1 then 2 end; select 1; end", "c"],
        );
        check("create table t (a int; create table u ()", &["create table t (a int", "create table u ()"]);
    }
}
