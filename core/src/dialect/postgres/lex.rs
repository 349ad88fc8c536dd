//! PostgreSQL's tokens with exact byte spans, without copying. What they mean is the grammar's business (`parse/`).
//!
//! Rules: PostgreSQL manual, section 4.1 "Lexical Structure", and src/backend/parser/scan.l. Our own lexer instead of
//! sqlparser's, because it must give byte offsets, follow PostgreSQL's rule for the end of an operator (`a>=-1` is `>=`
//! and `-`), pass over psql's lines and COPY data, and go on after an unclosed quote.

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// An unquoted identifier or a keyword.
    Word,
    /// `"quoted identifier"` (also `U&"..."`).
    Quoted,
    /// Any string constant: `'...'`, `E'...'`, `B'...'`, `X'...'`, `N'...'`, `U&'...'`, `$tag$...$tag$`.
    String,
    /// A numeric constant.
    Number,
    /// `$1`.
    Param,
    /// An operator, `::`, `:=`, `=>` and `:` included.
    Operator,
    /// One of `( ) [ ] , ; .`.
    Punct,
    /// A psql meta-command: from a backslash to the end of its line.
    Meta,
    /// A quote, comment or dollar quote that never ends.
    Unclosed,
    /// A character that starts no token.
    Stray,
}

/// A token: its kind and the bytes it stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: TokenKind,
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Token {
    /// The token's own text.
    pub fn text<'a>(&self, source: &'a str) -> &'a str {
        source.get(self.start as usize..self.end as usize).unwrap_or_default()
    }
}

/// Reads tokens from a text, one after another.
#[derive(Clone, Debug)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Lexer<'a> {
    /// A lexer at the start of a text.
    pub fn new(text: &'a str) -> Self {
        Lexer { text, at: 0 }
    }

    /// A lexer at a byte offset of a text.
    pub fn at(text: &'a str, at: usize) -> Self {
        Lexer { text, at }
    }

    /// Where the next token is looked for.
    pub fn offset(&self) -> usize {
        self.at
    }

    /// Moves to an offset, for what is not made of tokens (COPY data).
    pub fn seek(&mut self, at: usize) {
        self.at = at.min(self.text.len());
    }

    fn byte(&self, at: usize) -> u8 {
        self.text.as_bytes().get(at).copied().unwrap_or(0)
    }

    /// Passes over white space and comments; false if a comment never ends.
    fn skip_blank(&mut self) -> bool {
        let bytes = self.text.as_bytes();
        loop {
            match self.byte(self.at) {
                b' ' | b'\t' | b'\n' | b'\r' | 0x0b | 0x0c => self.at += 1,
                b'-' if self.byte(self.at + 1) == b'-' => {
                    self.at +=
                        bytes[self.at..].iter().position(|b| *b == b'\n').unwrap_or(bytes.len() - self.at)
                }
                b'/' if self.byte(self.at + 1) == b'*' => match comment_end(bytes, self.at) {
                    Some(end) => self.at = end,
                    None => return false,
                },
                0xEF if self.text[self.at..].starts_with('\u{feff}') => self.at += 3,
                0xC2 if self.byte(self.at + 1) == 0xA0 => self.at += 2,
                _ => return true,
            }
        }
    }

    fn word_end(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let len = bytes[from..].iter().position(|b| !is_word(*b)).unwrap_or(bytes.len() - from);
        from + len
    }

    /// The end of a string that opens at `open` (its quote), or `None` if it never closes.
    fn quoted_end(&self, open: usize, quote: u8, escapes: bool) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let mut at = open + 1;
        while at < bytes.len() {
            match bytes[at] {
                b'\\' if escapes => at += 2,
                b if b == quote => {
                    if self.byte(at + 1) == quote {
                        at += 2;
                    } else {
                        return Some(at + 1);
                    }
                }
                _ => at += 1,
            }
        }
        None
    }

    fn dollar(&self) -> (TokenKind, usize) {
        let start = self.at;
        if self.byte(start + 1).is_ascii_digit() {
            let digits = self.text.as_bytes()[start + 1..].iter().take_while(|b| b.is_ascii_digit()).count();
            return (TokenKind::Param, start + 1 + digits);
        }
        let bytes = self.text.as_bytes();
        let tag = bytes[start + 1..].iter().take_while(|b| is_word(**b) && **b != b'$').count();
        let open = start + 1 + tag;
        if self.byte(open) != b'$' {
            return (TokenKind::Stray, start + 1);
        }
        let mark = &self.text[start..=open];
        match self.text[open + 1..].find(mark) {
            Some(at) => (TokenKind::String, open + 1 + at + mark.len()),
            None => (TokenKind::Unclosed, self.text.len()),
        }
    }

    fn string(&self, open: usize, quote: u8, escapes: bool) -> (TokenKind, usize) {
        let kind = if quote == b'"' { TokenKind::Quoted } else { TokenKind::String };
        match self.quoted_end(open, quote, escapes) {
            Some(end) => (kind, end.min(self.text.len())),
            None => (TokenKind::Unclosed, self.text.len()),
        }
    }

    fn number(&self) -> usize {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if bytes[start] == b'0' && matches!(self.byte(start + 1) | 0x20, b'x' | b'o' | b'b') {
            let end = self.word_end(start + 1);
            if end > start + 2 {
                return end;
            }
        }
        let digits = |from: usize| {
            from + bytes[from.min(bytes.len())..]
                .iter()
                .take_while(|b| b.is_ascii_digit() || **b == b'_')
                .count()
        };
        let mut at = digits(start);
        // `1..2` in PL/pgSQL is a range, not a fraction.
        if self.byte(at) == b'.' && self.byte(at + 1) != b'.' {
            at = digits(at + 1);
        }
        if self.byte(at) | 0x20 == b'e' {
            let sign = usize::from(matches!(self.byte(at + 1), b'+' | b'-'));
            if self.byte(at + 1 + sign).is_ascii_digit() {
                at = digits(at + 1 + sign);
            }
        }
        at
    }

    /// scan.l: an operator ends before a comment starts, and a trailing + or - belongs to it only if it also holds one of `~!@#%^&|`?`.
    fn operator(&self) -> usize {
        let bytes = self.text.as_bytes();
        let start = self.at;
        let mut len = bytes[start..].iter().take_while(|b| is_operator(**b)).count();
        for at in 1..len {
            let two = &bytes[start + at..];
            if two.starts_with(b"--") || two.starts_with(b"/*") {
                len = at;
                break;
            }
        }
        let special = bytes[start..start + len].iter().any(|b| b"~!@#%^&|`?".contains(b));
        while len > 1 && !special && matches!(bytes[start + len - 1], b'+' | b'-') {
            len -= 1;
        }
        start + len
    }

    fn token(&self) -> (TokenKind, usize) {
        let at = self.at;
        let byte = self.byte(at);
        match byte {
            b'\'' => self.string(at, b'\'', false),
            b'"' => self.string(at, b'"', false),
            b'e' | b'E' if self.byte(at + 1) == b'\'' => self.string(at + 1, b'\'', true),
            b'b' | b'B' | b'x' | b'X' | b'n' | b'N' if self.byte(at + 1) == b'\'' => {
                self.string(at + 1, b'\'', false)
            }
            b'u' | b'U' if self.byte(at + 1) == b'&' && matches!(self.byte(at + 2), b'\'' | b'"') => {
                self.string(at + 2, self.byte(at + 2), false)
            }
            b'$' => self.dollar(),
            b'0'..=b'9' => (TokenKind::Number, self.number()),
            b'.' if self.byte(at + 1).is_ascii_digit() => (TokenKind::Number, self.number()),
            b'(' | b')' | b'[' | b']' | b',' | b';' | b'.' => (TokenKind::Punct, at + 1),
            b':' if matches!(self.byte(at + 1), b':' | b'=') => (TokenKind::Operator, at + 2),
            b':' => (TokenKind::Operator, at + 1),
            b'\\' => {
                let rest = &self.text.as_bytes()[at..];
                (TokenKind::Meta, at + rest.iter().position(|b| *b == b'\n').unwrap_or(rest.len()))
            }
            b if is_operator(b) => (TokenKind::Operator, self.operator()),
            b if is_word(b) => (TokenKind::Word, self.word_end(at)),
            _ => (TokenKind::Stray, at + self.text[at..].chars().next().map_or(1, char::len_utf8)),
        }
    }
}

impl Iterator for Lexer<'_> {
    type Item = Token;

    fn next(&mut self) -> Option<Token> {
        let closed = self.skip_blank();
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at as u32;
        let (kind, end) = if closed { self.token() } else { (TokenKind::Unclosed, self.text.len()) };
        self.at = end;
        Some(Token { kind, start, end: end as u32 })
    }
}

fn is_word(b: u8) -> bool {
    b.is_ascii_alphanumeric() || b == b'_' || b == b'$' || b >= 0x80
}

fn is_operator(b: u8) -> bool {
    b"+-*/<>=~!@#%^&|`?".contains(&b)
}

/// Where a comment that opens at `open` ends; comments nest.
fn comment_end(bytes: &[u8], open: usize) -> Option<usize> {
    let mut depth = 0usize;
    let mut at = open;
    while at + 1 < bytes.len() {
        match (bytes[at], bytes[at + 1]) {
            (b'/', b'*') => {
                depth += 1;
                at += 2;
            }
            (b'*', b'/') => {
                depth -= 1;
                at += 2;
                if depth == 0 {
                    return Some(at);
                }
            }
            _ => at += 1,
        }
    }
    None
}

/// All tokens of a text.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut out = Vec::with_capacity(text.len() / 4 + 1);
    out.extend(Lexer::new(text));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let got: Vec<_> = tokens(text).iter().map(|t| format!("{:?} {}", t.kind, t.text(text))).collect();
        pretty_assertions::assert_eq!(got.join("\n"), expected);
    }

    #[test]
    fn operators_end_where_postgresql_ends_them() {
        check("a>=-1", "Word a\nOperator >=\nOperator -\nNumber 1");
        check("a @- b", "Word a\nOperator @-\nWord b");
        check("a<|b--c\n*/*x*/2", "Word a\nOperator <|\nWord b\nOperator *\nNumber 2");
        check("x::int:=1", "Word x\nOperator ::\nWord int\nOperator :=\nNumber 1");
    }

    #[test]
    fn strings_of_every_kind() {
        check(
            "'it''s' E'a\\'b' $f$ $$ $f$ U&\"d\" $1",
            "String 'it''s'\nString E'a\\'b'\nString $f$ $$ $f$\nQuoted U&\"d\"\nParam $1",
        );
        check("'open", "Unclosed 'open");
        check("/* /* */ open", "Unclosed /* /* */ open");
    }
}
