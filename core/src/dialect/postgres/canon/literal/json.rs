//! `jsonb_out`: keys sorted by length and then by bytes, one blank after `:` and `,`, numbers as numeric prints them.

use serde_json::Value;

/// The output form; `None` for what is no JSON, or deeper than is looked at.
pub(super) fn canonical(text: &str) -> Option<String> {
    // serde_json would change big numbers and forget the scale of others: take those as not exactly known.
    if text.len() > 100_000 {
        return None;
    }
    let value: Value = serde_json::from_str(text).ok()?;
    let mut out = String::new();
    push(&mut out, &value, 0)?;
    Some(out)
}

fn push(out: &mut String, value: &Value, depth: u8) -> Option<()> {
    if depth > 40 {
        return None;
    }
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(true) => out.push_str("true"),
        Value::Bool(false) => out.push_str("false"),
        Value::Number(number) if number.is_i64() || number.is_u64() => out.push_str(&number.to_string()),
        Value::Number(_) => return None,
        Value::String(text) => push_string(out, text),
        Value::Array(all) => {
            out.push('[');
            for (i, value) in all.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                push(out, value, depth + 1)?;
            }
            out.push(']');
        }
        Value::Object(map) => {
            let mut keys: Vec<&String> = map.keys().collect();
            keys.sort_by(|a, b| a.len().cmp(&b.len()).then_with(|| a.as_bytes().cmp(b.as_bytes())));
            out.push('{');
            for (i, key) in keys.iter().enumerate() {
                if i > 0 {
                    out.push_str(", ");
                }
                push_string(out, key);
                out.push_str(": ");
                push(out, map.get(*key)?, depth + 1)?;
            }
            out.push('}');
        }
    }
    Some(())
}

fn push_string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\u{8}' => out.push_str("\\b"),
            '\u{c}' => out.push_str("\\f"),
            c if u32::from(c) < 32 => out.push_str(&format!("\\u{:04x}", u32::from(c))),
            c => out.push(c),
        }
    }
    out.push('"');
}
