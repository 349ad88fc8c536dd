//! Foreign-data wrappers, servers, user mappings; publications and subscriptions.

use super::{Clauses, literal, name};
use crate::dialect::postgres::canon::escapes::quote_ident;
use crate::dialect::postgres::session_role;
use crate::model::{Kind, ObjectId};

pub(super) fn create(id: &ObjectId, clauses: &Clauses) -> String {
    let opt = |before: &str, name: &str| {
        clauses.get(name).map(|value| format!("{before}{value}")).unwrap_or_default()
    };
    let options = options(clauses);
    let options = if options.is_empty() { options } else { format!(" OPTIONS ({options})") };
    match id.kind {
        Kind::ForeignDataWrapper => {
            let functions = opt(" HANDLER ", "handler") + &opt(" VALIDATOR ", "validator");
            format!("CREATE FOREIGN DATA WRAPPER {}{functions}{options}", name(id))
        }
        Kind::Server => format!(
            "CREATE SERVER {}{}{} FOREIGN DATA WRAPPER {}{options}",
            name(id),
            opt(" TYPE ", "type"),
            opt(" VERSION ", "version"),
            opt("", "wrapper")
        ),
        _ => format!("CREATE USER MAPPING {}{options}", mapping(id)),
    }
}

/// `FOR user SERVER server`.
pub(crate) fn mapping(id: &ObjectId) -> String {
    let user = match id.name.as_str() {
        "public" => "PUBLIC".to_owned(),
        own if session_role::is_own(own) => own.to_uppercase(),
        user => quote_ident(user),
    };
    format!("FOR {user} SERVER {}", quote_ident(id.part.trim_start_matches(" server ")))
}

/// The options as they stand in OPTIONS (...).
pub(crate) fn options(clauses: &Clauses) -> String {
    let options = clauses.iter().filter_map(|(name, value)| Some((name.strip_prefix("option ")?, value)));
    options
        .map(|(name, value)| format!("{} {}", quote_ident(name), literal(value)))
        .collect::<Vec<_>>()
        .join(", ")
}

/// Publications and subscriptions.
pub(super) fn replication(id: &ObjectId, clauses: &Clauses) -> String {
    let name = name(id);
    let with = parameters(clauses);
    match id.kind {
        Kind::Publication => {
            let with = if with.is_empty() { with } else { format!(" WITH ({with})") };
            format!(
                "CREATE PUBLICATION {name}{}{with}",
                members(clauses).map_or(String::new(), |m| format!(" FOR {m}"))
            )
        }
        _ => {
            let get = |name: &str| clauses.get(name).map_or("", String::as_str);
            let with = if with.is_empty() { with } else { format!(", {with}") };
            format!(
                "CREATE SUBSCRIPTION {name} CONNECTION {} PUBLICATION {} WITH (connect = false{with})",
                get("connection"),
                get("publications")
            )
        }
    }
}

/// The parameters as they stand in WITH (...) or SET (...).
pub(crate) fn parameters(clauses: &Clauses) -> String {
    let parameters = clauses.iter().filter_map(|(name, value)| Some((name.strip_prefix("with ")?, value)));
    parameters.map(|(name, value)| format!("{name} = {value}")).collect::<Vec<_>>().join(", ")
}

/// What a publication publishes, as it stands after FOR, SET or ADD; nothing if it publishes nothing.
pub(crate) fn members(clauses: &Clauses) -> Option<String> {
    if clauses.contains_key("all tables") {
        return Some("ALL TABLES".to_owned());
    }
    let of = |prefix: &'static str| {
        clauses.iter().filter_map(move |(name, value)| Some((name.strip_prefix(prefix)?, value)))
    };
    let tables: Vec<_> = of("table ").map(|(name, value)| format!("{name}{value}")).collect();
    let schemas: Vec<_> = of("schema ").map(|(name, _)| quote_ident(name)).collect();
    let mut out = Vec::new();
    if !tables.is_empty() {
        out.push(format!("TABLE {}", tables.join(", ")));
    }
    if !schemas.is_empty() {
        out.push(format!("TABLES IN SCHEMA {}", schemas.join(", ")));
    }
    (!out.is_empty()).then(|| out.join(", "))
}
