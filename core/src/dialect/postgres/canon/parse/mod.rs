//! From tokens to the raw tree, by PostgreSQL's own grammar (`gram.y`): what is written, before any name is looked up.
//!
//! The parser is ours and not sqlparser's because the tree must be the server's: its precedences, its operators, its
//! folding of AND and OR. Depth is bounded while parsing: nothing returned is deeper than [`DEPTH`].

mod expr;
mod from;
mod func;
mod primary;
mod query;
mod select;
mod statement;
mod types;

use super::builtin;
use super::lex::{Kind, Token};

/// How deep a tree may be, such that one megabyte of stack does for an unoptimised build. Deeper texts are compared by
/// their tokens.
pub(crate) const DEPTH: u32 = 100;

/// How deep the parser itself may go: parentheses, CASE, calls and sub-selects inside one another.
const NEST: u32 = 100;

/// What a query counts as.
const QUERY: u32 = 6;

/// Why a text could not be read, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Fail {
    /// Byte offset.
    pub(crate) at: usize,
    /// What was wanted, or what stood in the way.
    pub(crate) why: &'static str,
}

/// A place in a token list. `depth` is that of the tree returned last.
pub(crate) struct Parser<'t, 'a> {
    source: &'a str,
    tokens: &'t [Token<'a>],
    at: usize,
    depth: u32,
    nest: u32,
}

const END: Token<'static> = Token { kind: Kind::End, text: std::borrow::Cow::Borrowed(""), start: 0, end: 0 };

impl<'t, 'a> Parser<'t, 'a> {
    /// Starts at the first token of a source.
    pub(crate) fn new(source: &'a str, tokens: &'t [Token<'a>]) -> Self {
        Parser { source, tokens, at: 0, depth: 0, nest: 0 }
    }

    pub(crate) fn at_end(&self) -> bool {
        self.kind() == Kind::End
    }

    /// What was read, if nothing comes after it.
    pub(crate) fn finish<T>(&self, value: T) -> Result<T, Fail> {
        if self.at_end() { Ok(value) } else { Err(self.fail("the end")) }
    }

    fn ahead(&self, n: usize) -> &'t Token<'a> {
        self.tokens.get(self.at + n).unwrap_or(&END)
    }

    fn kind(&self) -> Kind {
        self.ahead(0).kind
    }

    fn text(&self) -> &'t str {
        &self.ahead(0).text
    }

    fn text_ahead(&self, n: usize) -> &'t str {
        &self.ahead(n).text
    }

    /// The token as its author wrote it.
    fn written(&self) -> &'a str {
        let token = self.ahead(0);
        self.source.get(token.start..token.end).unwrap_or("")
    }

    fn skip(&mut self) {
        self.at += 1;
    }

    fn fail(&self, why: &'static str) -> Fail {
        Fail { at: self.ahead(0).start, why }
    }

    fn at_word(&self, word: &str) -> bool {
        self.kind() == Kind::Word && self.text() == word
    }

    fn at_words(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(i, w)| {
            let token = self.ahead(i);
            token.kind == Kind::Word && token.text == *w
        })
    }

    /// Takes the word if it comes next.
    fn word(&mut self, word: &str) -> bool {
        let here = self.at_word(word);
        if here {
            self.skip();
        }
        here
    }

    fn at_punct(&self, sign: &str) -> bool {
        self.kind() == Kind::Punct && self.text() == sign
    }

    fn punct(&mut self, sign: &str) -> bool {
        let here = self.at_punct(sign);
        if here {
            self.skip();
        }
        here
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), Fail> {
        if self.punct(sign) { Ok(()) } else { Err(self.fail(sign)) }
    }

    /// The keyword category of the word that comes next; none for names and unreserved words.
    fn category(&self) -> Option<u8> {
        if self.kind() == Kind::Word { builtin::keyword(self.text()) } else { None }
    }

    /// Any word or quoted name, reserved or not.
    fn any_name(&mut self) -> Result<String, Fail> {
        if !matches!(self.kind(), Kind::Word | Kind::Quoted) {
            return Err(self.fail("a name"));
        }
        let name = self.text().to_string();
        self.skip();
        Ok(name)
    }

    /// `a.b.c`.
    fn dotted(&mut self) -> Result<Vec<String>, Fail> {
        let mut out = vec![self.any_name()?];
        while self.punct(".") {
            out.push(self.any_name()?);
        }
        Ok(out)
    }

    fn enter(&mut self) -> Result<(), Fail> {
        self.nest += 1;
        if self.nest > NEST { Err(self.fail("nested too deep")) } else { Ok(()) }
    }

    fn leave(&mut self) {
        self.nest -= 1;
    }

    /// A query weighs as much as several parentheses: it is elaborated and printed by many functions.
    fn enter_query(&mut self) -> Result<(), Fail> {
        self.nest += QUERY;
        if self.nest > NEST { Err(self.fail("nested too deep")) } else { Ok(()) }
    }

    fn leave_query(&mut self) {
        self.nest -= QUERY;
    }

    /// The tree returned last goes under a new node beside one of that depth.
    fn deepen(&mut self, beside: u32) -> Result<(), Fail> {
        self.depth = self.depth.max(beside) + 1;
        if self.depth > DEPTH { Err(self.fail("too deep")) } else { Ok(()) }
    }
}
