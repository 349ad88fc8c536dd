//! Tokens of an expression or a query, by the rules of PostgreSQL's scanner.
//!
//! Only what stands inside statements is read here (no psql, no COPY data). The scanner is our own because two texts
//! that PostgreSQL reads alike must give the same tokens: operators end where PostgreSQL ends them (`a>=-1` is three
//! tokens and a sign), strings are decoded, names are folded. Places are byte offsets into the text.

use crate::dialect::postgres::parse::generated_names::{MAX_NAME, clip};
use std::borrow::Cow;

/// What sort of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A keyword or an unquoted name, folded to lower case.
    Word,
    /// A `"quoted"` name, without its quotes.
    Quoted,
    /// A string constant, decoded.
    Str,
    /// A bit string `b'01'`: its text starts with `b`; `x'1F'` starts with `x`.
    Bits,
    /// A number as written.
    Number,
    /// `$1`: the text is `1`.
    Param,
    /// An operator, `=` and `<>` and `*` included; `!=` is `<>`.
    Op,
    /// One of `( ) [ ] , ; . :` and the two-character `::`, `:=`, `=>`, `..`.
    Punct,
    /// After the last token.
    End,
}

/// One token and its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    /// The sort.
    pub kind: Kind,
    /// The decoded text.
    pub text: Cow<'a, str>,
    /// Where it begins.
    pub start: usize,
    /// Where it ends.
    pub end: usize,
}

/// Reads all tokens of a text; the last is [`Kind::End`]. What is no token at all is an error with its place.
pub fn tokens(text: &str) -> Result<Vec<Token<'_>>, usize> {
    let mut lexer = Lexer { text, bytes: text.as_bytes(), at: 0 };
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    while let Some(token) = lexer.next()? {
        out.push(token);
    }
    out.push(Token { kind: Kind::End, text: Cow::Borrowed(""), start: text.len(), end: text.len() });
    Ok(out)
}

struct Lexer<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

fn is_name_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte >= 0x80
}

fn is_name_part(byte: u8) -> bool {
    is_name_start(byte) || byte.is_ascii_digit() || byte == b'$'
}

fn is_operator(byte: u8) -> bool {
    b"~!@#^&|`?+-*/%<>=".contains(&byte)
}

impl<'a> Lexer<'a> {
    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or("")
    }

    /// Passes over white space and comments; true when a line end was among it.
    fn skip_space(&mut self) -> Result<bool, usize> {
        let mut newline = false;
        loop {
            match (self.peek(0), self.peek(1)) {
                (b' ' | b'\t' | 0x0c | 0x0b, _) => self.at += 1,
                (b'\n' | b'\r', _) => {
                    newline = true;
                    self.at += 1;
                }
                (b'-', b'-') => {
                    while self.at < self.bytes.len() && self.peek(0) != b'\n' {
                        self.at += 1;
                    }
                }
                (b'/', b'*') => self.skip_comment()?,
                _ => return Ok(newline),
            }
        }
    }

    fn skip_comment(&mut self) -> Result<(), usize> {
        let start = self.at;
        let mut depth = 0usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (b'/', b'*') => {
                    depth += 1;
                    self.at += 2;
                }
                (b'*', b'/') => {
                    depth -= 1;
                    self.at += 2;
                    if depth == 0 {
                        return Ok(());
                    }
                }
                _ if self.at >= self.bytes.len() => return Err(start),
                _ => self.at += 1,
            }
        }
    }

    fn next(&mut self) -> Result<Option<Token<'a>>, usize> {
        self.skip_space()?;
        let start = self.at;
        if start >= self.bytes.len() {
            return Ok(None);
        }
        let (kind, text) = match (self.peek(0), self.peek(1)) {
            (b'\'', _) => (Kind::Str, self.string(false)?),
            (b'e' | b'E', b'\'') => {
                self.at += 1;
                (Kind::Str, self.string(true)?)
            }
            (b'n' | b'N', b'\'') => {
                self.at += 1;
                (Kind::Str, self.string(false)?)
            }
            (b'b' | b'B' | b'x' | b'X', b'\'') => {
                let sort = self.peek(0).to_ascii_lowercase() as char;
                self.at += 1;
                let digits = self.string(false)?;
                (Kind::Bits, Cow::Owned(format!("{sort}{digits}")))
            }
            (b'u' | b'U', b'&') if matches!(self.peek(2), b'\'' | b'"') => {
                self.at += 2;
                let quoted = self.peek(0) == b'"';
                let raw = if quoted { self.quoted()? } else { self.string(false)? };
                let text = unicode_escapes(&raw).ok_or(start)?;
                (if quoted { Kind::Quoted } else { Kind::Str }, Cow::Owned(text))
            }
            (b'"', _) => (Kind::Quoted, self.quoted()?),
            (b'$', b'0'..=b'9') => {
                self.at += 1;
                while self.peek(0).is_ascii_digit() {
                    self.at += 1;
                }
                (Kind::Param, Cow::Borrowed(self.slice(start + 1, self.at)))
            }
            (b'$', _) => (Kind::Str, self.dollar()?),
            (b'0'..=b'9', _) | (b'.', b'0'..=b'9') => (Kind::Number, self.number()),
            (b, _) if is_name_start(b) => (Kind::Word, self.word()),
            (b, _) if is_operator(b) => (self.operator(), Cow::Borrowed("")),
            _ => (Kind::Punct, self.punctuation()?),
        };
        let mut token = Token { kind, text, start, end: self.at };
        if kind == Kind::Op || (kind == Kind::Punct && token.text.is_empty()) {
            let written = self.slice(start, self.at);
            token.text = Cow::Borrowed(if written == "!=" { "<>" } else { written });
        }
        if matches!(kind, Kind::Word | Kind::Quoted) && token.text.len() > MAX_NAME {
            token.text = Cow::Owned(clip(&token.text, MAX_NAME).to_owned());
        }
        Ok(Some(token))
    }

    fn word(&mut self) -> Cow<'a, str> {
        let start = self.at;
        while is_name_part(self.peek(0)) {
            self.at += 1;
        }
        let name = self.slice(start, self.at);
        if name.bytes().any(|b| b.is_ascii_uppercase()) {
            Cow::Owned(name.to_ascii_lowercase())
        } else {
            Cow::Borrowed(name)
        }
    }

    fn number(&mut self) -> Cow<'a, str> {
        let start = self.at;
        if self.peek(0) == b'0' && matches!(self.peek(1), b'x' | b'X' | b'o' | b'O' | b'b' | b'B') {
            self.at += 2;
            while self.peek(0).is_ascii_alphanumeric() || self.peek(0) == b'_' {
                self.at += 1;
            }
            return radix(self.slice(start, self.at));
        }
        let digits = |s: &mut Self| {
            while s.peek(0).is_ascii_digit() || (s.peek(0) == b'_' && s.peek(1).is_ascii_digit()) {
                s.at += 1;
            }
        };
        digits(self);
        if self.peek(0) == b'.' && self.peek(1) != b'.' {
            self.at += 1;
            digits(self);
        }
        if matches!(self.peek(0), b'e' | b'E')
            && (self.peek(1).is_ascii_digit()
                || (matches!(self.peek(1), b'+' | b'-') && self.peek(2).is_ascii_digit()))
        {
            self.at += 2;
            digits(self);
        }
        let written = self.slice(start, self.at);
        if written.contains('_') { Cow::Owned(written.replace('_', "")) } else { Cow::Borrowed(written) }
    }

    /// Takes the longest operator PostgreSQL would take: it ends before a comment, and not in `+` or `-` unless one of
    /// the characters that SQL does not use stands in it.
    fn operator(&mut self) -> Kind {
        let start = self.at;
        while is_operator(self.peek(0)) {
            if self.at > start && matches!((self.peek(0), self.peek(1)), (b'-', b'-') | (b'/', b'*')) {
                break;
            }
            self.at += 1;
        }
        let free = self.slice(start, self.at).bytes().any(|b| b"~!@#^&|`?%".contains(&b));
        while !free && self.at > start + 1 && matches!(self.bytes.get(self.at - 1), Some(b'+' | b'-')) {
            self.at -= 1;
        }
        if self.slice(start, self.at) == "=>" { Kind::Punct } else { Kind::Op }
    }

    fn punctuation(&mut self) -> Result<Cow<'a, str>, usize> {
        let start = self.at;
        let long = matches!((self.peek(0), self.peek(1)), (b':', b':') | (b':', b'=') | (b'.', b'.'));
        if !b"()[],;.:".contains(&self.peek(0)) {
            return Err(start);
        }
        self.at += if long { 2 } else { 1 };
        Ok(Cow::Borrowed(self.slice(start, self.at)))
    }

    fn quoted(&mut self) -> Result<Cow<'a, str>, usize> {
        self.delimited(b'"', false)
    }

    /// A string constant and those that continue it on following lines.
    fn string(&mut self, escapes: bool) -> Result<Cow<'a, str>, usize> {
        let mut text = self.delimited(b'\'', escapes)?;
        loop {
            let end = self.at;
            if self.skip_space().unwrap_or(false) && self.peek(0) == b'\'' {
                text.to_mut().push_str(&self.delimited(b'\'', escapes)?);
            } else {
                self.at = end;
                return Ok(text);
            }
        }
    }

    fn delimited(&mut self, quote: u8, escapes: bool) -> Result<Cow<'a, str>, usize> {
        let open = self.at;
        self.at += 1;
        let start = self.at;
        let mut special = false;
        loop {
            if self.at >= self.bytes.len() {
                return Err(open);
            }
            let byte = self.peek(0);
            if byte == quote && self.peek(1) == quote {
                special = true;
                self.at += 2;
            } else if byte == quote {
                break;
            } else if byte == b'\\' && escapes {
                special = true;
                self.at += 2;
            } else {
                self.at += 1;
            }
        }
        let inner = self.text.get(start..self.at).ok_or(open)?;
        self.at += 1;
        if !special {
            return Ok(Cow::Borrowed(inner));
        }
        if escapes {
            return super::escapes::decode(inner).map(Cow::Owned).ok_or(open);
        }
        let doubled = if quote == b'"' { "\"\"" } else { "''" };
        Ok(Cow::Owned(inner.replace(doubled, if quote == b'"' { "\"" } else { "'" })))
    }

    fn dollar(&mut self) -> Result<Cow<'a, str>, usize> {
        let start = self.at;
        let mut end = start + 1;
        while self.bytes.get(end).is_some_and(|b| is_name_part(*b) && *b != b'$') {
            end += 1;
        }
        if self.bytes.get(end) != Some(&b'$') {
            return Err(start);
        }
        let tag = self.slice(start, end + 1);
        let body = self.text.get(end + 1..).ok_or(start)?;
        let length = body.find(tag).ok_or(start)?;
        self.at = end + 1 + length + tag.len();
        Ok(Cow::Borrowed(body.get(..length).unwrap_or("")))
    }
}

/// `0x1F`, `0o17` and `0b11` in decimal digits, as PostgreSQL 16 reads them.
fn radix(written: &str) -> Cow<'_, str> {
    let digits: String = written.chars().skip(2).filter(|c| *c != '_').collect();
    let base = match written.as_bytes().get(1) {
        Some(b'x' | b'X') => 16,
        Some(b'o' | b'O') => 8,
        _ => 2,
    };
    match u128::from_str_radix(&digits, base) {
        Ok(value) => Cow::Owned(value.to_string()),
        Err(_) => Cow::Borrowed(written),
    }
}

/// Decodes `\0041` and `\+000041` in a `U&` string.
fn unicode_escapes(raw: &str) -> Option<String> {
    let mut out = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at)?);
        rest = rest.get(at + 1..)?;
        if let Some(after) = rest.strip_prefix('\\') {
            out.push('\\');
            rest = after;
            continue;
        }
        let (digits, length) = match rest.strip_prefix('+') {
            Some(long) => (long.get(..6)?, 7),
            None => (rest.get(..4)?, 4),
        };
        out.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
        rest = rest.get(length..)?;
    }
    out.push_str(rest);
    Some(out)
}
