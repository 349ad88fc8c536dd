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
        RoutineBody::Sql(text) => {
            let named = on_text(schema, text, None, "the body uses it");
            out.extend(view::grouping_keys(schema, text, &named));
            out.extend(named);
            // `a.name` of an argument that is a row.
            let rows = of
                .arguments
                .iter()
                .filter_map(|argument| on_type(schema, &argument.ty, ""))
                .map(|row| row.on);
            for row in rows.filter(|row| row.kind != Kind::Type) {
                out.extend(on_text(schema, text, Some((&row.schema, &row.name)), "the body uses it"));
            }
        }
        RoutineBody::Text(body) if of.language == "sql" => {
            let text = SqlText::new(body.clone(), &search_path(id, of));
            let named = on_text(schema, &text, None, "the body uses it");
            out.extend(named.into_iter().map(|found| Dependency::soft(found.on, "the body uses it")));
        }
        _ => {}
    }
    // What is made of it comes after it.
    let made_of_it =
        |on: &ObjectId| matches!(schema.get(on), Some(Object::Definition(of)) if of.uses.contains(id));
    out.retain(|dependency| dependency.on != *id && !made_of_it(&dependency.on));
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

/// Where the names of a body are looked up: its own setting, or, as the body runs in anybody's session, its schema and public.
fn search_path(id: &ObjectId, of: &Routine) -> SearchPath {
    let said = of
        .settings
        .get("search_path")
        .map(|path| path.split(", ").map(|name| name.trim_matches('"').to_owned()).collect::<Vec<_>>());
    std::sync::Arc::new(said.unwrap_or_else(|| vec![id.schema.clone(), "public".into()]))
}
