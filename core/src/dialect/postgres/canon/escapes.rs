//! Backslash escapes of `E'...'` strings, and quoting of what is printed. No scanning here.

use super::builtin;

/// Decodes the inside of an `E'...'` string; `None` when an escape is not valid.
pub(super) fn decode(inner: &str) -> Option<String> {
    let mut out: Vec<u8> = Vec::with_capacity(inner.len());
    let mut chars = inner.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\'' && chars.peek() == Some(&'\'') {
            chars.next();
        }
        if c != '\\' {
            out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            continue;
        }
        let escaped = chars.next()?;
        match escaped {
            'b' => out.push(8),
            'f' => out.push(12),
            'n' => out.push(b'\n'),
            'r' => out.push(b'\r'),
            't' => out.push(b'\t'),
            'v' => out.push(11),
            'x' => match take(&mut chars, 16, 2) {
                Some(value) => out.push(u8::try_from(value).ok()?),
                None => out.push(b'x'),
            },
            '0'..='7' => {
                let mut value = escaped.to_digit(8)?;
                for _ in 0..2 {
                    if let Some(digit) = chars.peek().and_then(|c| c.to_digit(8)) {
                        value = value * 8 + digit;
                        chars.next();
                    }
                }
                out.push(u8::try_from(value & 0xff).ok()?);
            }
            'u' | 'U' => {
                let length = if escaped == 'u' { 4 } else { 8 };
                let mut digits = String::new();
                for _ in 0..length {
                    digits.push(chars.next()?);
                }
                let c = char::from_u32(u32::from_str_radix(&digits, 16).ok()?)?;
                out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            other => out.extend_from_slice(other.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    String::from_utf8(out).ok()
}

fn take(chars: &mut std::iter::Peekable<std::str::Chars<'_>>, base: u32, most: usize) -> Option<u32> {
    let mut value = None;
    for _ in 0..most {
        let Some(digit) = chars.peek().and_then(|c| c.to_digit(base)) else { break };
        value = Some(value.unwrap_or(0) * base + digit);
        chars.next();
    }
    value
}

/// A name as PostgreSQL's `quote_ident` prints it.
pub fn quote_ident(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 2);
    push_ident(&mut out, name);
    out
}

/// Appends a name, quoted only where PostgreSQL would.
pub fn push_ident(out: &mut String, name: &str) {
    let plain = name
        .bytes()
        .enumerate()
        .all(|(i, b)| b.is_ascii_lowercase() || b == b'_' || (i > 0 && b.is_ascii_digit()))
        && !name.is_empty();
    if plain && !builtin::keyword_needs_quotes(name) {
        out.push_str(name);
    } else {
        out.push('"');
        out.push_str(&name.replace('"', "\"\""));
        out.push('"');
    }
}

/// Appends a string constant; PostgreSQL prints backslashes as they are (`standard_conforming_strings`).
pub fn push_literal(out: &mut String, value: &str) {
    out.push('\'');
    out.push_str(&value.replace('\'', "''"));
    out.push('\'');
}

/// The text in dollar quotes that do not occur in it.
pub fn dollars(text: &str) -> String {
    let known = ["$$", "$_$", "$function$"].iter().map(|tag| (*tag).to_owned());
    let mut tags = known.chain((0..=text.len()).map(|number| format!("$body{number}$")));
    // With the tag behind it, the text must not end sooner than it does.
    let tag = tags.find(|tag| format!("{text}{tag}").find(tag.as_str()) == Some(text.len()));
    let tag = tag.unwrap_or_default();
    format!("{tag}{text}{tag}")
}
