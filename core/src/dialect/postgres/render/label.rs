//! Comments, owners, privileges.

use super::target::{named_types, target, word};
use super::{ident, literal, relation};
use crate::dialect::postgres::{managed, privileges, session_role};
use crate::model::{Grant, Kind, ObjectId, Schema};

/// `COMMENT ON ... IS ...`; no text for none.
pub fn comment(schema: &Schema, id: &ObjectId, comment: Option<&str>) -> String {
    // The comment that it is born with stands for none.
    let born = privileges::is_public_schema(id).then_some(managed::PUBLIC_COMMENT);
    let text = comment.or(born).map_or("NULL".into(), literal);
    format!("COMMENT ON {} IS {text}", target(schema, &id.itself()))
}

/// `ALTER ... OWNER TO ...`.
pub fn owner(schema: &Schema, id: &ObjectId, owner: &str) -> String {
    format!("ALTER {} OWNER TO {}", target(schema, &id.itself()), role(owner))
}

/// A role; the words that stand for one are not names.
pub fn role(name: &str) -> String {
    match name {
        "public" => "PUBLIC".into(),
        own if session_role::is_own(own) => own.to_uppercase(),
        _ => ident(name),
    }
}

/// What privileges are held on, for GRANT and REVOKE.
fn on(schema: &Schema, id: &ObjectId) -> String {
    match id.kind {
        // Views and foreign tables count as tables there; a column's privileges are its relation's.
        Kind::Table | Kind::View | Kind::Column => format!("TABLE {}", relation(id)),
        Kind::ForeignDataWrapper => format!("FOREIGN DATA WRAPPER {}", relation(id)),
        Kind::Server => format!("FOREIGN SERVER {}", relation(id)),
        Kind::Type if word(schema, id) == "DOMAIN" => format!("TYPE {}", relation(id)),
        Kind::Aggregate => format!("FUNCTION {}{}", relation(id), named_types(&id.part)),
        _ => target(schema, &id.itself()),
    }
}

/// Privileges as a list: `SELECT, INSERT`, for a column `SELECT (c)`, or `ALL`.
fn list(id: &ObjectId, privileges: &[&str]) -> String {
    let column = if id.kind == Kind::Column { format!(" ({})", ident(&id.part)) } else { String::new() };
    let every = privileges::all(id.kind);
    if every.len() > 1 && every.len() == privileges.len() && every.iter().all(|p| privileges.contains(p)) {
        return format!("ALL{column}");
    }
    // As people write them, not by the alphabet.
    const ORDER: [&str; 13] = [
        "select",
        "insert",
        "update",
        "delete",
        "truncate",
        "references",
        "trigger",
        "maintain",
        "usage",
        "create",
        "execute",
        "connect",
        "temporary",
    ];
    let mut sorted = privileges.to_vec();
    sorted.sort_by_key(|p| ORDER.iter().position(|o| o == p).unwrap_or(ORDER.len()));
    sorted.iter().map(|p| format!("{}{column}", p.to_uppercase())).collect::<Vec<_>>().join(", ")
}

/// The statements that take a grantee's privileges on an object from one state to another.
pub fn grant(schema: &Schema, id: &ObjectId, grantee: &str, from: &Grant, to: &Grant) -> Vec<String> {
    changes(id, &on(schema, id), grantee, from, to)
}

/// The same on anything else that privileges of this kind are held on.
pub fn changes(id: &ObjectId, on: &str, grantee: &str, from: &Grant, to: &Grant) -> Vec<String> {
    let mut out = Vec::new();
    let who = role(grantee);
    // What only newer servers know goes and comes with ALL, which every server takes.
    let more = |grant: &Grant| privileges::holds_more(id.kind, grant);
    let goes = more(from) && !more(to) && !to.privileges.contains_key(privileges::MAINTAIN);
    let comes = more(to) && !more(from) && !privileges::holds_all(id.kind, to);
    let named = |grant: &Grant| {
        let mut named = grant.clone();
        named.privileges.remove(privileges::REST_OF_ALL);
        named
    };
    let (mut from, to) = (named(from), named(to));
    if goes {
        out.push(format!("REVOKE ALL ON {on} FROM {who}"));
        from.privileges.clear();
    }
    if comes {
        out.push(format!("GRANT ALL ON {on} TO {who}"));
        let given = privileges::full(id.kind).privileges.into_keys().map(|name| (name, false));
        given.for_each(|(name, option)| _ = from.privileges.entry(name).or_insert(option));
    }
    let (from, to) = (&from, &to);
    let pick = |keep: &dyn Fn(&str) -> bool, of: &Grant| -> Vec<String> {
        of.privileges.keys().filter(|p| keep(p)).cloned().collect()
    };
    let revoked = pick(&|p| !to.privileges.contains_key(p), from);
    let weakened =
        pick(&|p| from.privileges.get(p) == Some(&true) && to.privileges.get(p) == Some(&false), from);
    let granted = pick(&|p| !from.privileges.contains_key(p) && to.privileges.get(p) == Some(&false), to);
    let passed = pick(&|p| to.privileges.get(p) == Some(&true) && from.privileges.get(p) != Some(&true), to);
    let words = |of: &[String]| list(id, &of.iter().map(String::as_str).collect::<Vec<_>>());
    if !revoked.is_empty() {
        out.push(format!("REVOKE {} ON {on} FROM {who}", words(&revoked)));
    }
    if !weakened.is_empty() {
        out.push(format!("REVOKE GRANT OPTION FOR {} ON {on} FROM {who}", words(&weakened)));
    }
    if !granted.is_empty() {
        out.push(format!("GRANT {} ON {on} TO {who}", words(&granted)));
    }
    if !passed.is_empty() {
        out.push(format!("GRANT {} ON {on} TO {who} WITH GRANT OPTION", words(&passed)));
    }
    out
}

/// `SECURITY LABEL ... IS ...`; no text for none.
pub fn security_label(schema: &Schema, id: &ObjectId, provider: &str, label: Option<&str>) -> String {
    let text = label.map_or("NULL".into(), literal);
    let provider = if provider.is_empty() { String::new() } else { format!(" FOR {}", ident(provider)) };
    format!("SECURITY LABEL{provider} ON {} IS {text}", target(schema, &id.itself()))
}
