//! Range literals: bounds in their type's output form; discrete ranges as `[low,high)`.

use crate::dialect::postgres::canon::builtin::Oid;
use crate::dialect::postgres::canon::elab::Elab;
use crate::dialect::postgres::canon::registry::oid;

/// The output form of `[a,b)`; bounds in quotes are not read.
pub(super) fn canonical(elab: &mut Elab<'_>, ty: Oid, text: &str) -> Option<String> {
    if text.eq_ignore_ascii_case("empty") {
        return Some("empty".to_string());
    }
    let subtype = elab.types.range_subtype(ty);
    let (first, rest) = text.split_at_checked(1)?;
    let (inner, last) = rest.split_at_checked(rest.len().checked_sub(1)?)?;
    let (low, high) = inner.split_once(',')?;
    if !matches!(first, "[" | "(") || !matches!(last, "]" | ")") || high.contains(',') {
        return None;
    }
    let mut low = bound(elab, subtype, low)?;
    let mut high = bound(elab, subtype, high)?;
    let mut low_in = first == "[" && !low.is_empty();
    let mut high_in = last == "]" && !high.is_empty();
    if matches!(subtype, oid::INT4 | oid::INT8 | oid::DATE) {
        if !low_in && !low.is_empty() {
            low = next(subtype, &low)?;
            low_in = true;
        }
        if high_in {
            high = next(subtype, &high)?;
            high_in = false;
        }
    }
    // An empty range is printed as a word; which bounds make one is known for numbers only.
    let empty = !low.is_empty() && low == high && !(low_in && high_in);
    if empty {
        return Some("empty".to_string());
    }
    let quote = |text: &str| if text.contains([' ', ',']) { format!("\"{text}\"") } else { text.to_string() };
    let (open, close) = (if low_in { '[' } else { '(' }, if high_in { ']' } else { ')' });
    Some(format!("{open}{},{}{close}", quote(&low), quote(&high)))
}

/// The output form of a multirange of one range, or none: several may have to be merged.
pub(super) fn multi(elab: &mut Elab<'_>, ty: Oid, text: &str) -> Option<String> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?.trim();
    if inner.is_empty() {
        return Some("{}".to_string());
    }
    let range = elab.types.range_of(ty);
    let inner = canonical(elab, range, inner)?;
    Some(if inner == "empty" { "{}".to_string() } else { format!("{{{inner}}}") })
}

fn bound(elab: &mut Elab<'_>, subtype: Oid, text: &str) -> Option<String> {
    let text = text.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(text);
    if text.contains(['"', '\\']) {
        return None;
    }
    if text.is_empty() {
        return Some(String::new());
    }
    let (text, exact) = super::canonical(elab, subtype, text);
    exact.then_some(text)
}

fn next(subtype: Oid, text: &str) -> Option<String> {
    if subtype == oid::DATE {
        return super::datetime::next_day(text);
    }
    Some(text.parse::<i64>().ok()?.checked_add(1)?.to_string())
}
