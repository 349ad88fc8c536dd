//! `jsonb_out`: keys sorted by length and then by bytes, one blank after `:` and `,`, numbers as numeric prints them.

use crate::collections::BTreeMap;

/// The output form; `None` for what is no JSON, or longer or deeper than is looked at.
pub(super) fn canonical(text: &str) -> Option<String> {
    if text.len() > 100_000 {
        return None;
    }
    let mut reader = Reader { text, at: 0 };
    let out = reader.value(0)?;
    reader.blanks();
    reader.rest().is_empty().then_some(out)
}

/// Reads one value after the other. serde_json would change big numbers and forget the scale of others.
struct Reader<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Reader<'t> {
    fn rest(&self) -> &'t str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\n', '\r']).len();
    }

    /// Whether a piece comes next; it is passed over then.
    fn eat(&mut self, piece: &str) -> bool {
        self.blanks();
        let found = self.rest().starts_with(piece);
        self.at += if found { piece.len() } else { 0 };
        found
    }

    /// The output form of the next value.
    fn value(&mut self, depth: u8) -> Option<String> {
        if depth > 40 {
            return None;
        }
        if self.eat("{") {
            return self.object(depth + 1);
        }
        if self.eat("[") {
            return self.array(depth + 1);
        }
        if let Some(word) = ["null", "true", "false"].into_iter().find(|word| self.eat(word)) {
            return Some(word.to_owned());
        }
        if self.rest().starts_with('"') {
            return Some(printed(&self.string()?));
        }
        let rest = self.rest();
        let end = rest.find(|c: char| !(c.is_ascii_digit() || "+-.eE".contains(c))).unwrap_or(rest.len());
        let number = rest.get(..end)?;
        // What JSON takes for a number: no sign or point in front, no leading zeros.
        serde_json::from_str::<serde_json::Number>(number).ok()?;
        self.at += end;
        super::numeric(number)
    }

    fn array(&mut self, depth: u8) -> Option<String> {
        let mut all = Vec::new();
        while !self.eat("]") {
            if !all.is_empty() && !self.eat(",") {
                return None;
            }
            all.push(self.value(depth)?);
        }
        Some(format!("[{}]", all.join(", ")))
    }

    fn object(&mut self, depth: u8) -> Option<String> {
        let mut all: BTreeMap<(usize, String), String> = BTreeMap::new();
        while !self.eat("}") {
            if !all.is_empty() && !self.eat(",") {
                return None;
            }
            self.blanks();
            let key = self.string()?;
            if !self.eat(":") {
                return None;
            }
            let value = self.value(depth)?;
            // Of several with one key the last one counts.
            all.insert((key.len(), key), value);
        }
        let pairs: Vec<_> =
            all.iter().map(|((_, key), value)| format!("{}: {value}", printed(key))).collect();
        Some(format!("{{{}}}", pairs.join(", ")))
    }

    fn string(&mut self) -> Option<String> {
        let rest = self.rest();
        let mut escaped = false;
        let end = rest.char_indices().skip(1).find(|(_, c)| {
            let ends = *c == '"' && !escaped;
            escaped = *c == '\\' && !escaped;
            ends
        });
        let end = end.filter(|_| rest.starts_with('"'))?.0 + 1;
        self.at += end;
        serde_json::from_str(rest.get(..end)?).ok()
    }
}

/// A string in quotes.
fn printed(text: &str) -> String {
    let mut out = String::from('"');
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
    out + "\""
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn as_the_server_prints_it() {
        for (text, expected) in [
            (r#" {"b":1, "a": [1,2.50, -0, 1e3]} "#, Some(r#"{"a": [1, 2.50, 0, 1000], "b": 1}"#)),
            (r#"{"aa":{},"b":[],"b":"x\"\u00e9"}"#, Some(r#"{"b": "x\"é", "aa": {}}"#)),
            ("123456789012345678901234567890", Some("123456789012345678901234567890")),
            ("{\"a\":1,}", None),
            ("[1 2]", None),
            (".5", None),
            ("\"open", None),
        ] {
            assert_eq!(canonical(text).as_deref(), expected, "{text}");
        }
    }
}
