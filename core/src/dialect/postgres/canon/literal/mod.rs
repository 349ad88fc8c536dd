//! What a type makes of a literal: the text its output function would give back. Where that is not known exactly, the
//! text stays as it is and is marked so.

mod array;
mod datetime;
mod float;
mod interval;
mod json;
mod network;
mod range;

use super::builtin::Oid;
use super::catalog::TypeInfo;
use super::elab::Elab;
use super::registry::oid;
use crate::model::Kind;

const POINT: Oid = 600;
const TSVECTOR: Oid = 3614;
const MACADDR: Oid = 829;
const REGTYPE: Oid = 2206;
const REGCONFIG: Oid = 3734;

/// The output form of a literal of a type that is no domain, and whether it is exact.
pub(super) fn canonical(elab: &mut Elab<'_>, ty: Oid, text: &str) -> (String, bool) {
    match known(elab, ty, text) {
        Some(out) => (out, true),
        None => (text.to_string(), false),
    }
}

fn known(elab: &mut Elab<'_>, ty: Oid, text: &str) -> Option<String> {
    if elab.types.category(ty) == b'A' && elab.types.element_of(ty) != 0 {
        return array::canonical(elab, ty, text);
    }
    if let Some(user) = elab.types.user_type(ty) {
        return match user.info {
            TypeInfo::Enum => Some(text.to_string()),
            TypeInfo::Base { .. } if plain_text(&user.name, text) => Some(text.to_string()),
            _ => None,
        };
    }
    let trimmed = text.trim();
    match ty {
        oid::TEXT | oid::VARCHAR | oid::BPCHAR | oid::UNKNOWN | oid::JSON | oid::XML | oid::NAME => {
            Some(text.to_string())
        }
        oid::CHAR => Some(text.chars().take(1).collect()),
        oid::BOOL => boolean(trimmed).map(str::to_string),
        oid::INT2 | oid::INT4 | oid::INT8 | oid::OID => integer(trimmed),
        oid::NUMERIC => numeric(trimmed),
        oid::FLOAT8 => float::canonical(trimmed, &float::DOUBLE),
        oid::FLOAT4 => float::canonical(trimmed, &float::SINGLE),
        oid::UUID => uuid(trimmed),
        oid::JSONB => json::canonical(text),
        oid::BYTEA => bytea(text),
        oid::DATE => datetime::date(trimmed),
        oid::TIMESTAMP => datetime::timestamp(trimmed),
        oid::TIMESTAMPTZ => datetime::timestamptz(trimmed),
        oid::TIME => datetime::time(trimmed),
        oid::INTERVAL => interval::canonical(trimmed, ""),
        oid::REGCLASS => regclass(elab, text),
        oid::BIT | oid::VARBIT => Some(bits(text)),
        oid::TIMETZ => datetime::timetz(trimmed),
        oid::INET => network::inet(trimmed, false),
        oid::CIDR => network::inet(trimmed, true),
        MACADDR => network::macaddr(trimmed),
        POINT => network::point(trimmed),
        REGCONFIG => regconfig(elab, trimmed),
        REGTYPE => Some(super::types::canonical_type(trimmed)),
        _ if elab.types.range_of(ty) != 0 => range::multi(elab, ty, trimmed),
        TSVECTOR if trimmed.is_empty() => Some(String::new()),
        _ if elab.types.range_subtype(ty) != 0 => range::canonical(elab, ty, trimmed),
        _ => None,
    }
}

/// An interval with its fields given: a bare number is of the last field, what is finer is dropped.
pub(super) fn interval_in(text: &str, fields: &str) -> Option<String> {
    interval::canonical(text.trim(), fields)
}

/// Literals of an extension's types that come out as they went in.
fn plain_text(ty: &str, text: &str) -> bool {
    match ty {
        "citext" | "lo" => true,
        "ltree" => text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'.')),
        "hstore" => text.is_empty(),
        _ => false,
    }
}

/// A bit string's digits: `b101` as `101`, `x1F` as `00011111`.
pub(super) fn bits(text: &str) -> String {
    if let Some(hex) = text.strip_prefix(['x', 'X']) {
        return hex.chars().map(|c| format!("{:04b}", c.to_digit(16).unwrap_or(0))).collect();
    }
    text.strip_prefix(['b', 'B']).unwrap_or(text).to_string()
}

fn boolean(text: &str) -> Option<&'static str> {
    let text = text.to_ascii_lowercase();
    let is = |word: &str, least: usize| text.len() >= least && word.starts_with(&text);
    if is("true", 1) || is("yes", 1) || text == "on" || text == "1" {
        return Some("true");
    }
    (is("false", 1) || is("no", 1) || is("off", 2) || text == "0").then_some("false")
}

fn integer(text: &str) -> Option<String> {
    text.parse::<i64>().ok().map(|n| n.to_string())
}

/// `numeric_out`: no exponent, no leading zeros, the digits after the point as many as written.
pub(super) fn numeric(text: &str) -> Option<String> {
    let lower = text.to_ascii_lowercase();
    match lower.trim_start_matches(['+', '-']) {
        "nan" => return Some("NaN".to_string()),
        "infinity" | "inf" => {
            return Some(if lower.starts_with('-') { "-Infinity" } else { "Infinity" }.to_string());
        }
        _ => {}
    }
    let (negative, rest) = match lower.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, lower.strip_prefix('+').unwrap_or(&lower)),
    };
    let (mantissa, exponent) = rest.split_once('e').unwrap_or((rest, "0"));
    let exponent: i32 = exponent.parse().ok()?;
    if !(-1000..=1000).contains(&exponent) {
        return None;
    }
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    if !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit())
        || mantissa.len() <= usize::from(mantissa.contains('.'))
    {
        return None;
    }
    let mut digits = format!("{whole}{fraction}");
    let mut point = i32::try_from(whole.len()).ok()? + exponent;
    while point < 0 {
        digits.insert(0, '0');
        point += 1;
    }
    let point = usize::try_from(point).ok()?;
    while digits.len() < point {
        digits.push('0');
    }
    let (whole, fraction) = digits.split_at_checked(point)?;
    let whole = whole.trim_start_matches('0');
    let zero = whole.is_empty() && fraction.bytes().all(|b| b == b'0');
    let mut out = String::new();
    if negative && !zero {
        out.push('-');
    }
    out.push_str(if whole.is_empty() { "0" } else { whole });
    if !fraction.is_empty() {
        out.push('.');
        out.push_str(fraction);
    }
    Some(out)
}

fn uuid(text: &str) -> Option<String> {
    let digits: String =
        text.chars().filter(|c| !matches!(c, '-' | '{' | '}')).collect::<String>().to_ascii_lowercase();
    if digits.len() != 32 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or("");
    Some(format!("{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32)))
}

fn bytea(text: &str) -> Option<String> {
    if let Some(hex) = text.strip_prefix("\\x") {
        let hex: String = hex.chars().filter(|c| !c.is_whitespace()).collect();
        return hex
            .bytes()
            .all(|b| b.is_ascii_hexdigit())
            .then(|| format!("\\x{}", hex.to_ascii_lowercase()));
    }
    let mut bytes = text.bytes();
    let mut out = "\\x".to_string();
    while let Some(byte) = bytes.next() {
        let byte = match byte {
            b'\\' => match bytes.next()? {
                b'\\' => b'\\',
                first => {
                    let digits = [first, bytes.next()?, bytes.next()?];
                    let digits = std::str::from_utf8(&digits).ok()?;
                    u8::from_str_radix(digits, 8).ok()?
                }
            },
            plain => plain,
        };
        out.push_str(&format!("{byte:02x}"));
    }
    Some(out)
}

/// A name in a string, with its schema if it has one.
fn dotted(text: &str) -> Option<(Option<String>, String)> {
    let tokens = super::lex::tokens(text).ok()?;
    let names: Vec<&str> = tokens
        .iter()
        .filter(|t| matches!(t.kind, super::lex::Kind::Word | super::lex::Kind::Quoted))
        .map(|t| t.text.as_ref())
        .collect();
    match names.as_slice() {
        [name] => Some((None, (*name).to_owned())),
        [schema, name] => Some((Some((*schema).to_owned()), (*name).to_owned())),
        _ => None,
    }
}

/// A name as it is printed, its schema before it unless it is built in.
fn with_schema(schema: Option<String>, name: &str) -> String {
    let mut out = String::new();
    if let Some(schema) = schema.filter(|schema| schema != "pg_catalog") {
        super::escapes::push_ident(&mut out, &schema);
        out.push('.');
    }
    super::escapes::push_ident(&mut out, name);
    out
}

/// A text search configuration's name with its schema; those that nobody here makes are built in.
fn regconfig(elab: &mut Elab<'_>, text: &str) -> Option<String> {
    let (schema, name) = dotted(text)?;
    let home =
        elab.cx.catalog.home(Kind::TextSearchConfiguration, schema.as_deref(), &name, elab.cx.search_path);
    Some(with_schema(home.or(schema), &name))
}

/// A relation's name with its schema, found along the path.
fn regclass(elab: &mut Elab<'_>, text: &str) -> Option<String> {
    let (schema, name) = dotted(text)?;
    let found = elab.cx.catalog.relation(schema.as_deref(), &name, elab.cx.search_path);
    let schema = found.map(|found| found.schema).or(schema);
    if schema.is_none() {
        elab.doubt(format!("relation {name} is not known here"));
    }
    Some(with_schema(schema, &name))
}
