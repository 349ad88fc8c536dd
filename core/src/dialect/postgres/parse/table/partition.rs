//! PARTITION BY and the bounds of a partition, as canonical text.

use super::super::builder::Builder;
use super::super::cursor::Cursor;
use super::super::expression::without_parens;
use super::super::fault::Parse;
use crate::model::{PartitionBy, SqlText};

/// What follows `PARTITION BY`.
pub(in super::super) fn partition_by(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<PartitionBy> {
    let strategy = cursor.ident()?;
    if !matches!(strategy.as_str(), "range" | "list" | "hash") {
        return Err(cursor.expected("RANGE, LIST or HASH"));
    }
    let key = cursor.list(|cursor| {
        let start = cursor.position();
        if cursor.at_punct("(") {
            // Parentheses around an expression are PostgreSQL's own; more of them mean nothing.
            let inner = without_parens(cursor.parenthesised()?).to_owned();
            let rest = cursor.text_until(|cursor| cursor.at_punct(","));
            let blank = if rest.is_empty() { "" } else { " " };
            return Ok(builder.sql(&format!("({inner}){blank}{rest}")));
        }
        cursor.text_until(|cursor| cursor.at_punct(","));
        let text = cursor.text_from(start);
        if text.is_empty() {
            Err(cursor.expected("a column or an expression"))
        } else {
            Ok(builder.sql(text))
        }
    })?;
    Ok(PartitionBy { strategy, key })
}

/// `FOR VALUES ...` or `DEFAULT`.
pub(in super::super) fn bound(cursor: &mut Cursor<'_>, builder: &Builder) -> Parse<SqlText> {
    if cursor.eat("default") {
        return Ok(builder.sql("DEFAULT"));
    }
    cursor.expect("for values")?;
    if cursor.eat("with") {
        let parts = cursor.list(|cursor| Ok((cursor.ident()?, cursor.integer()?)))?;
        let part = |name: &str| parts.iter().find(|(own, _)| own == name).map_or(0, |(_, value)| *value);
        let text = format!("FOR VALUES WITH (modulus {}, remainder {})", part("modulus"), part("remainder"));
        return Ok(builder.sql(&text));
    }
    if cursor.eat("in") {
        return Ok(builder.sql(&format!("FOR VALUES IN ({})", values(cursor)?)));
    }
    cursor.expect("from")?;
    let from = values(cursor)?;
    cursor.expect("to")?;
    let to = values(cursor)?;
    Ok(builder.sql(&format!("FOR VALUES FROM ({from}) TO ({to})")))
}

fn values(cursor: &mut Cursor<'_>) -> Parse<String> {
    let values = cursor.list(|cursor| {
        let text = cursor.text_until(|cursor| cursor.at_punct(","));
        if text.is_empty() {
            return Err(cursor.expected("a value"));
        }
        let keyword =
            ["minvalue", "maxvalue", "null", "true", "false"].iter().any(|w| text.eq_ignore_ascii_case(w));
        Ok(match keyword && !matches!(text.as_bytes().first(), Some(b't' | b'T' | b'f' | b'F')) {
            true => text.to_uppercase(),
            false if keyword => text.to_lowercase(),
            false => text.to_owned(),
        })
    })?;
    Ok(values.join(", "))
}
