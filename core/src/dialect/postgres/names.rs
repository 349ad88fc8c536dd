//! The names that PostgreSQL gives where nobody does, and what of a table an expression names.
//!
//! Rules: src/backend/commands/indexcmds.c `ChooseIndexName`, `makeObjectName`; src/backend/catalog/heap.c for checks.

use super::depend::mention::words;
use crate::model::{Constraint, ConstraintRule, Kind, Object, ObjectId, RangeType, Schema, SqlText};

/// The longest name.
const LONGEST: usize = 63;

/// `table_columns_label`, the longer of the first two cut until it fits.
pub fn object_name(first: &str, second: &str, label: &str) -> String {
    let rest = label.len() + 1 + usize::from(!second.is_empty());
    let (mut a, mut b) = (first.len(), second.len());
    while a + b + rest > LONGEST {
        if a > b { a -= 1 } else { b -= 1 }
    }
    let cut = |text: &str, mut at: usize| {
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        text[..at].to_owned()
    };
    match second.is_empty() {
        true => format!("{}_{label}", cut(first, a)),
        false => format!("{}_{}_{label}", cut(first, a), cut(second, b)),
    }
}

/// The name that a constraint gets when nobody gives it one and no other has it.
pub fn default_name(schema: &Schema, namespace: &str, table: &str, of: &Constraint) -> Option<String> {
    let joined = |columns: &[String]| {
        // As ChooseIndexColumnNames: joined by underscores, cut when it gets longer than a name.
        let mut out = String::new();
        for column in columns {
            if !out.is_empty() {
                out.push('_');
            }
            out += column;
            if out.len() >= LONGEST {
                break;
            }
        }
        out
    };
    Some(match &of.rule {
        ConstraintRule::Key(key) if key.primary => object_name(table, "", "pkey"),
        ConstraintRule::Key(key) => {
            let all: Vec<String> = key.columns.iter().chain(&key.include).cloned().collect();
            object_name(table, &joined(&all), "key")
        }
        ConstraintRule::ForeignKey(key) => object_name(table, &joined(&key.columns), "fkey"),
        ConstraintRule::Check { expression, .. } => {
            match columns_in(schema, namespace, table, expression).as_slice() {
                [column] => object_name(table, column, "check"),
                _ => object_name(table, "", "check"),
            }
        }
        ConstraintRule::Exclude(_) => return None,
    })
}

/// The name that `pg_type` has for a built-in type.
pub fn internal(name: &str) -> &str {
    match name {
        "smallint" => "int2",
        "integer" => "int4",
        "bigint" => "int8",
        "real" => "float4",
        "double precision" => "float8",
        "boolean" => "bool",
        "character" => "bpchar",
        "character varying" => "varchar",
        "bit varying" => "varbit",
        "timestamp without time zone" => "timestamp",
        "timestamp with time zone" => "timestamptz",
        "time without time zone" => "time",
        "time with time zone" => "timetz",
        other => other,
    }
}

/// PostgreSQL's rule (`makeMultirangeTypeName`): `range` in the name becomes `multirange`, else it is put behind.
pub fn multirange_name(name: &str) -> String {
    match name.split_once("range") {
        Some((before, after)) => format!("{before}multirange{after}"),
        None => format!("{name}_multirange"),
    }
}

/// What the multirange type is called that a range's statement makes along.
pub fn multirange_of(range: &RangeType, name: &str) -> String {
    let given = range.options.iter().find(|(option, _)| option == "multirange_type_name");
    match given.and_then(|(_, given)| given.rsplit('.').next()) {
        Some(given) => given.to_owned(),
        None => multirange_name(name),
    }
}

/// The range type whose statement made a multirange of a name along.
pub fn range_of(schema: &Schema, namespace: &str, name: &str) -> Option<ObjectId> {
    let ranges = schema.objects.range(ObjectId::new(Kind::Type, namespace, "")..);
    let mut ranges = ranges.take_while(|(id, _)| id.kind == Kind::Type && id.schema == namespace);
    let (id, _) = ranges.find(|(id, object)| match object {
        Object::Range(range) => multirange_of(range, &id.name) == name,
        _ => false,
    })?;
    Some(id.clone())
}

/// The columns of a table that an expression names, each once, in their order. Its words are looked up: a table may have
/// many more columns than an expression has words.
pub fn columns_in(schema: &Schema, namespace: &str, table: &str, expression: &SqlText) -> Vec<String> {
    let mut found: Vec<(u32, String)> = words(&expression.text)
        .into_iter()
        .filter_map(|word| Some((schema.column(namespace, table, &word)?.position.0, word)))
        .collect();
    found.sort();
    found.into_iter().map(|(_, name)| name).collect()
}

/// The sequence that a default of the form `nextval('...')` draws from.
pub fn sequence_in(schema: &Schema, default: &SqlText) -> Option<ObjectId> {
    let text = default.text.trim();
    let inside = text.get(..7).filter(|head| head.eq_ignore_ascii_case("nextval")).and(text.get(7..))?;
    let inside = inside.trim().strip_prefix('(')?.strip_suffix(')')?.trim();
    let inside = inside.split("::").next()?.trim().strip_prefix('\'')?.strip_suffix('\'')?;
    let mut parts: Vec<String> = Vec::new();
    for token in super::lex::tokens(inside) {
        match token.kind {
            super::lex::TokenKind::Word | super::lex::TokenKind::Quoted => {
                parts.push(super::parse::cursor::unquote_ident(token.text(inside)))
            }
            _ => {}
        }
    }
    match parts.as_slice() {
        [schema_name, name] => Some(ObjectId::new(Kind::Sequence, schema_name, name)),
        [name] => (default.path.iter().map(String::as_str).chain(["public"]))
            .map(|namespace| ObjectId::new(Kind::Sequence, namespace, name))
            .find(|id| schema.contains(id)),
        _ => None,
    }
    .filter(|id| schema.contains(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cut_in_the_middle() {
        assert_eq!(object_name("t", "a", "key"), "t_a_key");
        assert_eq!(object_name("t", "", "pkey"), "t_pkey");
        let long = object_name(&"t".repeat(40), &"c".repeat(40), "key");
        assert_eq!(long.len(), 63);
    }
}
