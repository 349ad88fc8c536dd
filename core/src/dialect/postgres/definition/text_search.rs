//! Text search parsers, templates, dictionaries and configurations.

use super::{Clauses, name};
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::model::{Kind, ObjectId};

pub(super) fn create(id: &ObjectId, clauses: &Clauses) -> String {
    let (kind, order): (_, &[&str]) = match id.kind {
        Kind::TextSearchParser => ("PARSER", &["START", "GETTOKEN", "END", "HEADLINE", "LEXTYPES"]),
        Kind::TextSearchTemplate => ("TEMPLATE", &["INIT", "LEXIZE"]),
        Kind::TextSearchDictionary => ("DICTIONARY", &["TEMPLATE"]),
        _ => ("CONFIGURATION", &["PARSER"]),
    };
    let mut options = super::options(clauses, order);
    for (name, value) in
        clauses.iter().filter_map(|(name, value)| Some((name.strip_prefix("option ")?, value)))
    {
        options += &format!(", {} = {value}", quote_ident(name));
    }
    format!("CREATE TEXT SEARCH {kind} {} ({options})", name(id))
}

/// The mappings of a configuration: token type → dictionaries.
pub(crate) fn mappings(clauses: &Clauses) -> impl Iterator<Item = (&str, &str)> {
    clauses.iter().filter_map(|(name, value)| Some((name.strip_prefix("mapping ")?, value.as_str())))
}
