//! Array literals: `'{a, "b c"}'` as `array_out` prints them.

use crate::dialect::postgres::canon::builtin::Oid;
use crate::dialect::postgres::canon::elab::Elab;

/// The output form, when every element's is known.
pub(super) fn canonical(elab: &mut Elab<'_>, ty: Oid, text: &str) -> Option<String> {
    let element = elab.types.element_of(ty);
    let element = elab.types.base_id(element);
    let mut reader = Reader { chars: text.trim().chars().peekable() };
    let mut out = String::new();
    reader.array(elab, element, &mut out, 0)?;
    reader.chars.next().is_none().then_some(out)
}

struct Reader<'t> {
    chars: std::iter::Peekable<std::str::Chars<'t>>,
}

impl Reader<'_> {
    fn space(&mut self) {
        while self.chars.next_if(|c| c.is_ascii_whitespace()).is_some() {}
    }

    fn array(&mut self, elab: &mut Elab<'_>, element: Oid, out: &mut String, depth: u8) -> Option<()> {
        if depth > 6 || self.chars.next() != Some('{') {
            return None;
        }
        out.push('{');
        self.space();
        let mut first = true;
        while self.chars.peek() != Some(&'}') {
            if !first {
                if self.chars.next() != Some(',') {
                    return None;
                }
                out.push(',');
                self.space();
            }
            first = false;
            if self.chars.peek() == Some(&'{') {
                self.array(elab, element, out, depth + 1)?;
            } else {
                self.element(elab, element, out)?;
            }
            self.space();
        }
        self.chars.next();
        out.push('}');
        Some(())
    }

    fn element(&mut self, elab: &mut Elab<'_>, element: Oid, out: &mut String) -> Option<()> {
        let quoted = self.chars.next_if_eq(&'"').is_some();
        let mut text = String::new();
        loop {
            match self.chars.peek() {
                None => return None,
                Some('"') if quoted => {
                    self.chars.next();
                    break;
                }
                Some(',' | '}') if !quoted => break,
                Some('"' | '{') if !quoted => return None,
                Some('\\') => {
                    self.chars.next();
                    text.push(self.chars.next()?);
                }
                Some(_) => text.extend(self.chars.next()),
            }
        }
        if !quoted {
            text.truncate(text.trim_end().len());
            if text.eq_ignore_ascii_case("null") {
                out.push_str("NULL");
                return Some(());
            }
        }
        let (text, exact) = super::canonical(elab, element, &text);
        let text = match (element, text.as_str()) {
            (16, "true") => "t".to_string(),
            (16, "false") => "f".to_string(),
            _ => text,
        };
        push_element(out, &text);
        exact.then_some(())
    }
}

fn push_element(out: &mut String, text: &str) {
    let plain = !text.is_empty()
        && !text.eq_ignore_ascii_case("null")
        && !text
            .chars()
            .any(|c| matches!(c, '"' | '\\' | '{' | '}' | ',') || c.is_ascii_whitespace() || c == '\u{b}');
    if plain {
        return out.push_str(text);
    }
    out.push('"');
    for c in text.chars() {
        if matches!(c, '"' | '\\') {
            out.push('\\');
        }
        out.push(c);
    }
    out.push('"');
}
