//! The canonical `CREATE` statement of the rare kinds, printed from their clauses. Their parsers fill the clauses, their
//! planners compare them; the values are SQL already (names resolved and quoted, strings in quotes).

mod foreign;
mod operator;
mod text_search;

pub(crate) use foreign::{mapping, members as publication_members};
pub(crate) use operator::members;
pub(crate) use text_search::mappings;

use super::canon::escapes::{dollars, push_literal, quote_ident};
use super::names::internal;
use crate::collections::BTreeMap;
use crate::model::{ColumnType, Definition, Kind, ObjectId, SqlText};

/// What a statement says: clause → value.
pub type Clauses = BTreeMap<String, String>;

/// The definition of an object of a rare kind from its clauses.
pub fn define(id: &ObjectId, clauses: Clauses, uses: Vec<ObjectId>) -> Definition {
    let text = create(id, &clauses);
    Definition { create: SqlText { text, ..SqlText::default() }, clauses, uses }
}

/// The `CREATE` statement, without `;`. What is added by further statements (members of a family, mappings) is not in it.
pub fn create(id: &ObjectId, clauses: &Clauses) -> String {
    let name = name(id);
    let clause = |name: &str| clauses.get(name).map(String::as_str);
    let opt = |before: &str, name: &str| match clause(name) {
        Some(value) => format!("{before}{value}"),
        None => String::new(),
    };
    match id.kind {
        Kind::Collation if clauses.contains_key("from") => {
            format!("CREATE COLLATION {name}{}", opt(" FROM ", "from"))
        }
        Kind::Collation => {
            let order = ["provider", "locale", "lc_collate", "lc_ctype", "deterministic", "rules", "version"];
            format!("CREATE COLLATION {name} ({})", options(clauses, &order))
        }
        Kind::Conversion => {
            let default = if clauses.contains_key("default") { "DEFAULT " } else { "" };
            format!(
                "CREATE {default}CONVERSION {name} FOR {} TO {} FROM {}",
                opt("", "for"),
                opt("", "to"),
                opt("", "from")
            )
        }
        Kind::AccessMethod => {
            format!("CREATE ACCESS METHOD {name} TYPE {} HANDLER {}", opt("", "type"), opt("", "handler"))
        }
        Kind::Language => {
            let trusted = if clauses.contains_key("trusted") { "TRUSTED " } else { "" };
            let parts =
                [opt(" HANDLER ", "handler"), opt(" INLINE ", "inline"), opt(" VALIDATOR ", "validator")];
            format!("CREATE {trusted}LANGUAGE {name}{}", parts.concat())
        }
        Kind::Cast => format!("CREATE CAST {} {}{}", id.name, opt("", "with"), opt(" AS ", "as")),
        Kind::Transform => {
            let parts = [("FROM SQL WITH FUNCTION ", "from sql"), ("TO SQL WITH FUNCTION ", "to sql")];
            let parts: Vec<_> = (parts.iter())
                .filter_map(|(words, name)| clause(name).map(|value| format!("{words}{value}")))
                .collect();
            format!("CREATE TRANSFORM {} ({})", id.name, parts.join(", "))
        }
        Kind::EventTrigger => format!(
            "CREATE EVENT TRIGGER {name}\n    ON {}{}\n    EXECUTE FUNCTION {}()",
            opt("", "on"),
            opt("\n    WHEN TAG IN ", "tags"),
            opt("", "function")
        ),
        Kind::Statistics => {
            let kinds = opt("", "kinds");
            let kinds = if kinds.is_empty() { kinds } else { format!(" ({kinds})") };
            format!("CREATE STATISTICS {name}{kinds} ON {} FROM {}", opt("", "on"), opt("", "from"))
        }
        Kind::Operator | Kind::OperatorClass | Kind::OperatorFamily => operator::create(id, clauses),
        Kind::ForeignDataWrapper | Kind::Server | Kind::UserMapping => foreign::create(id, clauses),
        Kind::Publication | Kind::Subscription => foreign::replication(id, clauses),
        Kind::TextSearchParser
        | Kind::TextSearchTemplate
        | Kind::TextSearchDictionary
        | Kind::TextSearchConfiguration => text_search::create(id, clauses),
        Kind::Role => role(id, clauses),
        _ => String::new(),
    }
}

/// A role belongs to the cluster, where it may be already.
fn role(id: &ObjectId, clauses: &Clauses) -> String {
    let name = quote_ident(&id.name);
    let mut body =
        String::from("\nBEGIN\n    IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = ");
    body += &format!("{}) THEN\n        CREATE ROLE {name}", literal(&id.name));
    body += clauses.get("create").map_or("", String::as_str);
    body.push(';');
    for (_, statement) in clauses.iter().filter(|(clause, _)| clause.starts_with("then ")) {
        body += &format!("\n        {statement};");
    }
    body += "\n    END IF;\nEND\n";
    format!("DO {}", dollars(&body))
}

/// `a = x, b = y`, the clauses of `order` that are there.
fn options(clauses: &Clauses, order: &[&str]) -> String {
    let one = |name: &&str| clauses.get(*name).map(|value| format!("{name} = {value}"));
    order.iter().filter_map(one).collect::<Vec<_>>().join(", ")
}

/// An object's name as this project prints it: with its schema unless that is `public`.
pub fn name(id: &ObjectId) -> String {
    match id.kind {
        Kind::Operator => match id.schema.as_str() {
            "" | "public" => id.name.clone(),
            schema => format!("{}.{}", quote_ident(schema), id.name),
        },
        _ => qualified(&id.schema, &id.name),
    }
}

/// ` USING method` of an operator class or family.
pub fn using(id: &ObjectId) -> String {
    format!(" USING {}", quote_ident(id.part.trim_start_matches(" using ")))
}

/// A name with its schema, unless that is `public` or built in.
pub fn qualified(schema: &str, name: &str) -> String {
    match schema {
        "" | "public" => quote_ident(name),
        schema => format!("{}.{}", quote_ident(schema), quote_ident(name)),
    }
}

/// A string constant.
pub fn literal(text: &str) -> String {
    let mut out = String::new();
    push_literal(&mut out, text);
    out
}

/// A type in SQL.
pub fn ty(ty: &ColumnType) -> String {
    if ty.schema.is_empty() && matches!(ty.name.as_str(), "char" | "any") {
        // The built-in names that mean something else without their quotes.
        return format!("\"{}\"{}", ty.name, if ty.array { "[]" } else { "" });
    }
    if ty.schema.is_empty() && builtin_name(&ty.name) {
        return ty.to_string();
    }
    let modifiers = if ty.modifiers.is_empty() { String::new() } else { format!("({})", ty.modifiers) };
    format!("{}{modifiers}{}", qualified(&ty.schema, &ty.name), if ty.array { "[]" } else { "" })
}

/// Whether a name without a schema is one of PostgreSQL's own spellings, or quoted already.
fn builtin_name(name: &str) -> bool {
    name.contains([' ', '"']) || super::canon::builtin::type_named(internal(name)).is_some()
}

/// Types as they stand in a signature.
pub fn types(list: &[ColumnType]) -> String {
    list.iter().map(ty).collect::<Vec<_>>().join(", ")
}

/// The id of a cast.
pub fn cast_id(source: &ColumnType, target: &ColumnType) -> ObjectId {
    ObjectId::new(Kind::Cast, "", format!("({} AS {})", ty(source), ty(target)))
}

/// The id of a transform.
pub fn transform_id(of: &ColumnType, language: &str) -> ObjectId {
    ObjectId::new(Kind::Transform, "", format!("FOR {} LANGUAGE {}", ty(of), quote_ident(language)))
}

/// The id of a user mapping.
pub fn mapping_id(user: &str, server: &str) -> ObjectId {
    ObjectId::part(Kind::UserMapping, "", user, format!(" server {server}"))
}

/// The id of an operator class or family.
pub fn method_id(kind: Kind, schema: &str, name: &str, method: &str) -> ObjectId {
    ObjectId::part(kind, schema, name, format!(" using {method}"))
}
