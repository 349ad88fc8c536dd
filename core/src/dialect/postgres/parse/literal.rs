//! What quoted names and string constants stand for (PostgreSQL manual, 4.1.1 and 4.1.2).

use super::generated_names::{MAX_NAME, clip};

/// The identifier that a word or quoted name stands for, cut as the server cuts it.
pub fn unquote_ident(text: &str) -> String {
    let mut name = whole_ident(text);
    name.truncate(clip(&name, MAX_NAME).len());
    name
}

fn whole_ident(text: &str) -> String {
    match text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')) {
        Some(inner) => inner.replace("\"\"", "\""),
        None if text.len() > 2 && text.as_bytes()[1] == b'&' => unicode_escapes(&whole_ident(&text[2..])),
        // PostgreSQL folds ASCII only in a multi-byte encoding.
        None => text.to_ascii_lowercase(),
    }
}

/// How long the opening mark of a dollar-quoted string is; `None` for any other token.
pub fn dollar_tag(text: &str) -> Option<usize> {
    text.strip_prefix('$')?.find('$').map(|at| at + 2)
}

/// The value of a string constant of any kind. Bit strings keep their prefix out: only their digits are given.
pub fn unquote_string(text: &str) -> String {
    let bytes = text.as_bytes();
    match bytes.first() {
        Some(b'\'') => plain(text),
        Some(b'$') => {
            let tag = dollar_tag(text).unwrap_or_default();
            text.get(tag..text.len().saturating_sub(tag)).unwrap_or_default().to_owned()
        }
        Some(b'e' | b'E') => escapes(&text[1..]),
        Some(b'u' | b'U') => unicode_escapes(&plain(&text[2..])),
        Some(_) => plain(&text[1..]),
        None => String::new(),
    }
}

fn plain(text: &str) -> String {
    let inner = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(text);
    inner.replace("''", "'")
}

/// The escapes of `E'...'`, PostgreSQL manual 4.1.2.2.
fn escapes(text: &str) -> String {
    let inner = text.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).unwrap_or(text);
    let mut out = Vec::with_capacity(inner.len());
    let mut chars = inner.char_indices().peekable();
    let push = |out: &mut Vec<u8>, c: char| out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
    while let Some((_, c)) = chars.next() {
        match c {
            '\'' => {
                chars.next();
                out.push(b'\'');
            }
            '\\' => match chars.next().map(|(_, c)| c) {
                Some('b') => out.push(8),
                Some('f') => out.push(12),
                Some('n') => out.push(b'\n'),
                Some('r') => out.push(b'\r'),
                Some('t') => out.push(b'\t'),
                Some(c @ ('x' | 'u' | 'U' | '0'..='7')) => {
                    let (radix, most) = match c {
                        'x' => (16, 2),
                        'u' => (16, 4),
                        'U' => (16, 8),
                        _ => (8, 3),
                    };
                    let mut digits = if radix == 8 { c.to_string() } else { String::new() };
                    while let Some((_, digit)) =
                        chars.peek().filter(|(_, d)| digits.len() < most && d.is_digit(radix))
                    {
                        digits.push(*digit);
                        chars.next();
                    }
                    match u32::from_str_radix(&digits, radix) {
                        Ok(code) if matches!(c, 'u' | 'U') => {
                            push(&mut out, char::from_u32(code).unwrap_or('\u{fffd}'))
                        }
                        Ok(code) => out.push(code as u8),
                        Err(_) => push(&mut out, c),
                    }
                }
                Some(c) => push(&mut out, c),
                None => {}
            },
            c => push(&mut out, c),
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

/// The escapes of `U&'...'`: `\0441`, `\+01F600`, `\\`.
fn unicode_escapes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out += &rest[..at];
        rest = &rest[at + 1..];
        let (skip, len) = if rest.starts_with('+') { (1, 6) } else { (0, 4) };
        match rest
            .get(skip..skip + len)
            .and_then(|digits| u32::from_str_radix(digits, 16).ok())
            .and_then(char::from_u32)
        {
            Some(c) => {
                out.push(c);
                rest = &rest[skip + len..];
            }
            None => {
                out.push('\\');
                rest = rest.strip_prefix('\\').unwrap_or(rest);
            }
        }
    }
    out + rest
}
