//! A cursor over the tokens of one statement: peek, eat, expect, and the small things every statement is made of
//! (names, strings, numbers, raw text up to a keyword).

use super::fault::{Fault, Parse};
pub use super::literal::{dollar_tag, unquote_ident, unquote_string};
use super::names::Name;
use crate::diagnostic::Diagnostic;
use crate::dialect::postgres::lex::{Token, TokenKind};
use crate::source::Span;

/// A place in one statement.
#[derive(Clone, Copy, Debug)]
pub struct Cursor<'a> {
    /// The whole file.
    pub text: &'a str,
    /// The file's number.
    pub source: u32,
    tokens: &'a [Token],
    at: usize,
}

impl<'a> Cursor<'a> {
    /// At the first of these tokens.
    pub fn new(text: &'a str, source: u32, tokens: &'a [Token]) -> Self {
        Cursor { text, source, tokens, at: 0 }
    }

    /// The token under the cursor.
    pub fn token(&self) -> Option<Token> {
        self.tokens.get(self.at).copied()
    }

    /// The token some places further.
    pub fn token_at(&self, ahead: usize) -> Option<Token> {
        self.tokens.get(self.at + ahead).copied()
    }

    /// The token before the cursor.
    pub fn token_before(&self) -> Option<Token> {
        self.at.checked_sub(1).and_then(|at| self.tokens.get(at)).copied()
    }

    /// The text of the token some places further; empty past the end.
    pub fn peek_text(&self, ahead: usize) -> &'a str {
        self.token_at(ahead).map_or("", |token| token.text(self.text))
    }

    /// Whether nothing is left.
    pub fn is_end(&self) -> bool {
        self.at >= self.tokens.len()
    }

    /// Passes one token.
    pub fn bump(&mut self) {
        self.at += 1;
    }

    /// Whether the word some places further is this keyword (never a quoted identifier).
    pub fn peek_kw(&self, ahead: usize, keyword: &str) -> bool {
        self.token_at(ahead)
            .is_some_and(|t| t.kind == TokenKind::Word && t.text(self.text).eq_ignore_ascii_case(keyword))
    }

    /// Whether the words from here on are these keywords, given with single spaces.
    pub fn at_kws(&self, keywords: &str) -> bool {
        let mut left = keywords.as_bytes();
        for token in self.tokens.get(self.at..).unwrap_or_default() {
            let word = token.text(self.text).as_bytes();
            let Some((head, tail)) = left.split_at_checked(word.len()) else { return false };
            let ends = tail.first().is_none_or(|next| *next == b' ');
            if !ends || token.kind != TokenKind::Word || !head.eq_ignore_ascii_case(word) {
                return false;
            }
            match tail.split_first() {
                Some((_, more)) => left = more,
                None => return true,
            }
        }
        false
    }

    /// Eats these keywords if they come next, all or none.
    pub fn eat(&mut self, keywords: &str) -> bool {
        let found = self.at_kws(keywords);
        if found {
            self.at += keywords.split(' ').count();
        }
        found
    }

    /// Eats the first of several alternatives that comes next.
    pub fn eat_any<'k>(&mut self, alternatives: &[&'k str]) -> Option<&'k str> {
        alternatives.iter().copied().find(|keywords| self.eat(keywords))
    }

    /// Demands these keywords.
    pub fn expect(&mut self, keywords: &str) -> Parse {
        if self.eat(keywords) { Ok(()) } else { Err(self.expected(&keywords.to_uppercase())) }
    }

    /// Whether the token under the cursor is this punctuation or operator.
    pub fn at_punct(&self, punct: &str) -> bool {
        self.token().is_some_and(|t| {
            matches!(t.kind, TokenKind::Punct | TokenKind::Operator) && t.text(self.text) == punct
        })
    }

    /// Eats punctuation or an operator if it comes next.
    pub fn eat_punct(&mut self, punct: &str) -> bool {
        let found = self.at_punct(punct);
        self.at += usize::from(found);
        found
    }

    /// Demands punctuation or an operator.
    pub fn expect_punct(&mut self, punct: &str) -> Parse {
        if self.eat_punct(punct) { Ok(()) } else { Err(self.expected(&format!("`{punct}`"))) }
    }

    /// Demands the end of the statement.
    pub fn expect_end(&self) -> Parse {
        if self.is_end() { Ok(()) } else { Err(self.unexpected("the statement should end here")) }
    }

    /// An identifier: folded to lower case unless quoted. Any word counts, keywords too: the caller knows what can stand here.
    pub fn ident(&mut self) -> Parse<String> {
        match self.token() {
            Some(t) if matches!(t.kind, TokenKind::Word | TokenKind::Quoted) => {
                self.at += 1;
                Ok(unquote_ident(t.text(self.text)))
            }
            _ => Err(self.expected("a name")),
        }
    }

    /// Whether an identifier comes next.
    pub fn at_ident(&self) -> bool {
        self.token().is_some_and(|t| matches!(t.kind, TokenKind::Word | TokenKind::Quoted))
    }

    /// A name that may have a schema before it (and a database before that, which is dropped).
    pub fn name(&mut self) -> Parse<Name> {
        let start = self.at;
        let mut parts = vec![self.ident()?];
        while self.at_punct(".") {
            self.bump();
            parts.push(self.ident()?);
        }
        let span = self.span_from(start);
        let name = parts.pop().unwrap_or_default();
        Ok(Name { schema: parts.pop(), name, span })
    }

    /// A name with all its dotted parts (`schema.table.column`).
    pub fn dotted(&mut self) -> Parse<Vec<String>> {
        let mut parts = vec![self.ident()?];
        while self.eat_punct(".") {
            parts.push(self.ident()?);
        }
        Ok(parts)
    }

    /// `(a, b, c)`.
    pub fn ident_list(&mut self) -> Parse<Vec<String>> {
        self.list(|cursor| cursor.ident())
    }

    /// A parenthesised list of something.
    pub fn list<T>(&mut self, mut item: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        self.expect_punct("(")?;
        let mut items = Vec::new();
        if self.eat_punct(")") {
            return Ok(items);
        }
        loop {
            items.push(item(self)?);
            if !self.eat_punct(",") {
                self.expect_punct(")")?;
                return Ok(items);
            }
        }
    }

    /// Items separated by commas, without parentheses.
    pub fn commas<T>(&mut self, mut item: impl FnMut(&mut Self) -> Parse<T>) -> Parse<Vec<T>> {
        let mut items = vec![item(self)?];
        while self.eat_punct(",") {
            items.push(item(self)?);
        }
        Ok(items)
    }

    /// A string constant's value. Adjacent constants (separated by a line break in SQL) are joined.
    pub fn string(&mut self) -> Parse<String> {
        let Some(token) = self.token().filter(|t| t.kind == TokenKind::String) else {
            return Err(self.expected("a string"));
        };
        self.bump();
        let mut value = unquote_string(token.text(self.text));
        while let Some(next) =
            self.token().filter(|t| t.kind == TokenKind::String && t.text(self.text).starts_with('\''))
        {
            value += &unquote_string(next.text(self.text));
            self.bump();
        }
        Ok(value)
    }

    /// Whether a string constant comes next.
    pub fn at_string(&self) -> bool {
        self.token().is_some_and(|t| t.kind == TokenKind::String)
    }

    /// A whole number with an optional sign.
    pub fn integer(&mut self) -> Parse<i64> {
        let before = *self;
        let negative = self.eat_punct("-");
        if !negative {
            self.eat_punct("+");
        }
        let text =
            self.token().filter(|t| t.kind == TokenKind::Number).map(|t| t.text(self.text).replace('_', ""));
        // With its sign, because the smallest bigint has no positive twin.
        match text.and_then(|text| format!("{}{text}", if negative { "-" } else { "" }).parse().ok()) {
            Some(value) => {
                self.bump();
                Ok(value)
            }
            None => Err(before.expected("a whole number")),
        }
    }

    /// The value of an option as a word, number or string: `fillfactor = 70`, `autosummarize = on`, `x = 'y'`.
    pub fn option_value(&mut self) -> Parse<String> {
        let before = *self;
        if self.at_string() {
            return self.string();
        }
        let sign = if self.eat_punct("-") { "-" } else { "" };
        match self.token() {
            Some(t) if matches!(t.kind, TokenKind::Number | TokenKind::Word | TokenKind::Quoted) => {
                self.bump();
                let text = t.text(self.text);
                let value = if t.kind == TokenKind::Quoted { unquote_ident(text) } else { text.to_owned() };
                Ok(format!("{sign}{value}"))
            }
            _ => Err(before.expected("a value")),
        }
    }

    /// The exact text between a parenthesis that comes next and the one that closes it.
    pub fn parenthesised(&mut self) -> Parse<&'a str> {
        let open = self.at;
        self.expect_punct("(")?;
        let mut depth = 1usize;
        while let Some(token) = self.token() {
            self.bump();
            match token.text(self.text) {
                "(" if token.kind == TokenKind::Punct => depth += 1,
                ")" if token.kind == TokenKind::Punct => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                let start = self.tokens[open].end as usize;
                return Ok(self.text.get(start..token.start as usize).unwrap_or_default().trim());
            }
        }
        Err(Fault::Bad(Box::new(
            Diagnostic::error("syntax", "this parenthesis is never closed", self.token_span(open))
                .help("add the missing `)`, or see whether the statement was cut off"),
        )))
    }

    /// The exact text from here to where `stop` says so, outside parentheses, brackets and CASE ... END; may be empty.
    pub fn text_until(&mut self, mut stop: impl FnMut(&Cursor<'a>) -> bool) -> &'a str {
        let start = self.at;
        let mut depth = 0i32;
        while let Some(token) = self.token() {
            let text = token.text(self.text);
            if depth == 0 && (stop(self) || token.kind == TokenKind::Punct && text == ")") {
                break;
            }
            depth += nesting(token.kind, text);
            self.bump();
        }
        self.text_from(start)
    }

    /// The exact text from a remembered position (`position()`) to here.
    pub fn text_from(&self, start: usize) -> &'a str {
        match (self.tokens.get(start), self.tokens.get(self.at.wrapping_sub(1))) {
            (Some(first), Some(last)) if self.at > start => {
                self.text.get(first.start as usize..last.end as usize).unwrap_or_default()
            }
            _ => "",
        }
    }

    /// The exact text from here to the end of the statement.
    pub fn rest(&mut self) -> &'a str {
        let start = self.at;
        self.at = self.tokens.len();
        self.text_from(start)
    }

    /// The words a statement begins with, at most so many.
    pub fn first_words(&self, most: usize) -> String {
        let words = self.tokens.iter().take(most).map(|token| token.text(self.text));
        words.collect::<Vec<_>>().join(" ")
    }

    /// The words a statement ends with, at most so many.
    pub fn last_words(&self, most: usize) -> String {
        let from = self.tokens.len().saturating_sub(most).max(self.at);
        let words = self.tokens.iter().skip(from).map(|token| token.text(self.text));
        words.collect::<Vec<_>>().join(" ")
    }

    /// Comes back to a remembered position.
    pub fn go_to(&mut self, position: usize) {
        self.at = position;
    }

    /// A cursor over the tokens between two remembered positions alone.
    pub fn between(&self, start: usize, end: usize) -> Cursor<'a> {
        Cursor { tokens: self.tokens.get(start..end).unwrap_or_default(), at: 0, ..*self }
    }

    /// A position to come back to or to take text from.
    pub fn position(&self) -> usize {
        self.at
    }

    /// The bytes from a remembered position to here.
    pub fn span_from(&self, start: usize) -> Span {
        let last = self.at.max(start + 1) - 1;
        Span { end: self.token_span(last).end, ..self.token_span(start) }
    }

    /// The bytes of the whole statement.
    pub fn statement_span(&self) -> Span {
        Span { end: self.token_span(self.tokens.len().saturating_sub(1)).end, ..self.token_span(0) }
    }

    /// The bytes of the token under the cursor.
    pub fn span(&self) -> Span {
        self.token_span(self.at)
    }

    fn token_span(&self, index: usize) -> Span {
        match self.tokens.get(index) {
            Some(token) => Span { source: self.source, start: token.start, end: token.end },
            None => {
                let end = self.tokens.last().map_or(0, |token| token.end);
                Span { source: self.source, start: end, end: end + 1 }
            }
        }
    }

    /// The fault that something else should stand here.
    pub fn expected(&self, what: &str) -> Fault {
        let found = match self.token() {
            Some(token) if token.kind == TokenKind::Unclosed => return self.unclosed(),
            Some(token) => format!("found `{}`", shorten(token.text(self.text))),
            None => "the statement ends here".to_owned(),
        };
        self.unexpected(&format!("expected {what}, {found}"))
    }

    /// A syntax error at the cursor.
    pub fn unexpected(&self, message: &str) -> Fault {
        match self.token() {
            Some(token) if token.kind == TokenKind::Unclosed => self.unclosed(),
            _ => Fault::Bad(Box::new(Diagnostic::error("syntax", message, self.span()))),
        }
    }

    fn unclosed(&self) -> Fault {
        match self.token() {
            Some(token) => self.open(&token),
            None => self.expected("a statement"),
        }
    }

    /// A quote or comment that never ends takes in the rest of the file: whatever else is wrong comes from that.
    pub fn closed(&self) -> Parse {
        match self.tokens.last().filter(|token| token.kind == TokenKind::Unclosed) {
            Some(token) => Err(self.open(token)),
            None => Ok(()),
        }
    }

    fn open(&self, token: &Token) -> Fault {
        let what = match token.text(self.text).as_bytes().first() {
            Some(b'/') => "comment",
            Some(b'"') => "quoted name",
            Some(b'$') => "dollar-quoted string",
            _ => "string",
        };
        let span = Span { source: self.source, start: token.start, end: token.start + 1 };
        Fault::Bad(Box::new(
            Diagnostic::error("unclosed", format!("this {what} is never closed"), span)
                .help("everything after it was read as part of it"),
        ))
    }
}

/// How a token changes the depth of nesting: parentheses, brackets, CASE ... END.
fn nesting(kind: TokenKind, text: &str) -> i32 {
    match kind {
        TokenKind::Punct => match text {
            "(" | "[" => 1,
            ")" | "]" => -1,
            _ => 0,
        },
        TokenKind::Word => {
            i32::from(text.eq_ignore_ascii_case("case")) - i32::from(text.eq_ignore_ascii_case("end"))
        }
        _ => 0,
    }
}

fn shorten(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((at, _)) => format!("{}...", &text[..at]),
        None => text.to_owned(),
    }
}
