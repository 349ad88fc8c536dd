//! What functions and procedures need. Bodies that are strings can be made before what they name, if need be.

use super::*;

/// The types of its arguments and result; what its defaults and an SQL-standard body name; what a body in SQL names, softly.
pub fn dependencies(schema: &Schema, id: &ObjectId, of: &Routine) -> Vec<Dependency> {
    let mut out = Vec::new();
    for argument in &of.arguments {
        out.extend(on_type(schema, &argument.ty, "an argument is of the type"));
        if let Some(default) = &argument.default {
            out.extend(on_text(schema, default, None, "an argument's default uses it"));
        }
    }
    if let Some(returns) = &of.returns {
        out.extend(on_type(schema, returns, "it gives back the type"));
    }
    for ty in &of.transforms {
        out.extend(on_type(schema, ty, "it transforms the type"));
    }
    match &of.body {
        RoutineBody::Sql(text) => out.extend(on_text(schema, text, None, "the body uses it")),
        RoutineBody::Text(body) if of.language == "sql" => {
            let text = SqlText::new(body.clone(), &search_path(id, of));
            let named = on_text(schema, &text, None, "the body uses it");
            out.extend(named.into_iter().map(|found| Dependency::soft(found.on, "the body uses it")));
        }
        _ => {}
    }
    out.retain(|dependency| dependency.on != *id);
    out
}

/// The functions that do an aggregate's work, and the types its statement names.
pub fn aggregate(schema: &Schema, id: &ObjectId, of: &Definition) -> Vec<Dependency> {
    let functions = of.uses.iter().filter(|used| schema.contains(used)).cloned();
    let mut out: Vec<_> = functions.map(|on| Dependency::hard(on, "the aggregate calls it")).collect();
    let types = mention::objects(schema, &of.create, None).into_iter().filter(|on| on.kind == Kind::Type);
    out.extend(types.map(|on| Dependency::hard(on, "the aggregate is of the type")));
    out.retain(|dependency| dependency.on != *id);
    out
}

/// Whether a body in SQL reads from what a session that makes the function would not find.
pub fn names_unknown(schema: &Schema, of: &Routine) -> bool {
    let RoutineBody::Text(body) = &of.body else { return false };
    if of.language != "sql" {
        return false;
    }
    let path = match of.settings.get("search_path") {
        Some(path) => path.split(", ").map(|name| name.trim_matches('"').to_owned()).collect(),
        None => vec!["public".to_owned()],
    };
    let mentions = mention::mentions(body);
    let starts = |word: &str| matches!(word, "from" | "join" | "into" | "update");
    let mut before = "";
    for mention in &mentions {
        let [first, rest @ ..] = mention.parts.as_slice() else { continue };
        let known = match rest {
            [] => {
                let named = mentions.iter().filter(|other| other.parts == mention.parts).count() > 1;
                path.iter().any(|schema_name| schema.relation(schema_name, first).is_some())
                    || (named && schema.relation("public", first).is_none() && is_with(body, first))
            }
            [name, ..] => {
                matches!(first.as_str(), "pg_catalog" | "information_schema")
                    || schema.relation(first, name).is_some()
            }
        };
        let system =
            first.starts_with("pg_") || matches!(first.as_str(), "select" | "lateral" | "only" | "now");
        if starts(before) && !mention.call && !known && !system {
            return true;
        }
        before = if rest.is_empty() { first.as_str() } else { "" };
    }
    false
}

/// Whether a name is one that the body gives itself: `WITH name AS`.
fn is_with(body: &str, name: &str) -> bool {
    let lower = body.to_lowercase();
    lower.contains("with") && (lower.contains(&format!("{name} as")) || lower.contains(&format!("{name}(")))
}

/// Where the names of a body are looked up: its own setting, or, as the body runs in anybody's session, its schema and public.
fn search_path(id: &ObjectId, of: &Routine) -> SearchPath {
    let said = of
        .settings
        .get("search_path")
        .map(|path| path.split(", ").map(|name| name.trim_matches('"').to_owned()).collect::<Vec<_>>());
    std::sync::Arc::new(said.unwrap_or_else(|| vec![id.schema.clone(), "public".into()]))
}
