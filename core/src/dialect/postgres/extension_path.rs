//! Which schemas that extensions were put into a text leans on: it names what they bring bare, along its own search path.
//! Operators above all cannot be qualified without changing what else they may mean, so the path has to hold in the plan.

use super::canon::builtin::extensions;
use super::lex::{Token, TokenKind, tokens};
use super::parse::cursor::unquote_ident;
use crate::collections::BTreeSet;
use crate::model::{Index, Kind, Object, ObjectId, Schema};

/// The schemas on a path, but for `public`, whose extensions bring something that the text names without its schema.
pub(super) fn leans_on(schema: &Schema, text: &str, path: &[String]) -> Vec<String> {
    let homes = homes(schema);
    if !path.iter().any(|on| homes.contains(on)) {
        return Vec::new();
    }
    let needed = needed(schema, text);
    path.iter().filter(|on| needed.contains(*on)).cloned().collect()
}

/// Whether extensions were put anywhere but into `public`.
pub(super) fn is_needed(schema: &Schema) -> bool {
    !homes(schema).is_empty()
}

/// The schemas that an index needs on the path for operator classes which it names bare and no server has by itself.
pub(super) fn of_opclasses(schema: &Schema, index: &Index) -> Vec<String> {
    const OWN: [&str; 6] =
        ["_pattern_ops", "_path_ops", "_minmax_multi_ops", "_bloom_ops", "_minmax_ops", "_inclusion_ops"];
    let bare = index.elements.iter().filter_map(|element| element.opclass.as_ref());
    let mut bare = bare.filter(|opclass| opclass.schema.is_empty());
    let foreign = bare.any(|opclass| !OWN.iter().any(|own| opclass.name.ends_with(own)));
    if foreign { homes(schema).into_iter().collect() } else { Vec::new() }
}

/// Whether a text names something of an extension that is found along none of these schemas.
pub(super) fn is_out_of_reach(schema: &Schema, text: &str, path: &[String]) -> bool {
    !homes(schema).is_empty() && needed(schema, text).iter().any(|home| !path.contains(home))
}

/// Where extensions were put, other than `public`.
fn homes(schema: &Schema) -> BTreeSet<String> {
    let all = schema.objects.range(ObjectId::new(Kind::Extension, "", "")..);
    let all = all.take_while(|(id, _)| id.kind == Kind::Extension);
    let homes = all.filter_map(|(_, object)| match object {
        Object::Extension(extension) => extension.schema.clone(),
        _ => None,
    });
    homes.filter(|home| !matches!(home.as_str(), "public" | "pg_catalog")).collect()
}

/// The homes of what a text names bare.
fn needed(schema: &Schema, text: &str) -> BTreeSet<String> {
    let tokens = tokens(text);
    let mut out = BTreeSet::new();
    for (at, token) in tokens.iter().enumerate() {
        let qualified =
            at.checked_sub(1).and_then(|before| tokens.get(before)).is_some_and(|t| t.text(text) == ".");
        if qualified {
            continue;
        }
        for extension in bringing(token, text) {
            if let Some(Object::Extension(of)) = schema.get(&ObjectId::new(Kind::Extension, "", extension)) {
                out.extend(of.schema.clone().filter(|home| home != "public"));
            }
        }
    }
    out
}

/// Whether a text names a function or type that an extension, and no other, brings.
pub(super) fn calls(text: &str, extension: &str) -> bool {
    let words = tokens(text);
    let mut words = words.iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Quoted));
    words.any(|word| bringing(word, text).into_iter().eq([extension]))
}

/// The extensions that bring a type, function or operator of that name.
fn bringing(token: &Token, text: &str) -> BTreeSet<&'static str> {
    let word = token.text(text);
    match token.kind {
        TokenKind::Operator => extensions::operators(word).iter().map(|row| row.extension).collect(),
        TokenKind::Word | TokenKind::Quoted => {
            let name = if token.kind == TokenKind::Word { word.to_lowercase() } else { unquote_ident(word) };
            let functions = extensions::functions(&name).iter().map(|row| row.extension);
            functions.chain(extensions::type_named(&name).map(|row| row.extension)).collect()
        }
        _ => BTreeSet::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;

    #[test]
    fn what_extensions_bring_is_found() {
        let ddl = "CREATE SCHEMA ext; CREATE EXTENSION hstore SCHEMA ext; CREATE EXTENSION citext;";
        let schema = crate::parse(&[Source::new("x", ddl)]).schema;
        let path = ["public".to_owned(), "ext".to_owned()];
        let found = |text: &str| leans_on(&schema, text, &path);
        assert_eq!(found("a -> 'x'"), ["ext"]);
        assert_eq!(found("''::hstore"), ["ext"]);
        assert_eq!(found("''::ext.hstore"), [""; 0]);
        assert_eq!(found("lower(a)"), [""; 0]);
        assert!(is_out_of_reach(&schema, "select akeys(x)", &path[..1]));
        assert!(!is_out_of_reach(&schema, "select akeys(x)", &path));
    }
}
