//! What PostgreSQL knows of privileges: which ones a kind of object has, and who has which without being told.
//!
//! Rules: PostgreSQL manual, section 5.8 "Privileges", and `acldefault` in src/backend/utils/adt/acl.c.

use crate::model::{Facet, Grant, Kind, Object, ObjectId, Schema};

/// What a newer server's `ALL` gives besides: older ones do not know it. Who holds all others is taken to hold it too.
pub const MAINTAIN: &str = "maintain";

/// What is left of `ALL` besides what is named, where a text gives it and takes a part of it back: `MAINTAIN`, on servers
/// that know it.
pub const REST_OF_ALL: &str = "rest of all";

/// Whether a grant holds all there is on the oldest servers, and so what newer ones have besides.
pub fn holds_all(kind: Kind, grant: &Grant) -> bool {
    all(kind).iter().all(|privilege| grant.privileges.contains_key(*privilege))
}

/// Whether a grant gives more than it names on a server that knows more.
pub fn holds_more(kind: Kind, grant: &Grant) -> bool {
    grant.privileges.contains_key(REST_OF_ALL)
        || matches!(kind, Kind::Table | Kind::View) && holds_all(kind, grant)
}

/// Gives two grants the same words for what newer servers know, as far as it cannot be told apart.
pub fn settle(kind: Kind, current: &mut Grant, desired: &mut Grant) {
    for grant in [&mut *current, &mut *desired] {
        if holds_all(kind, grant) {
            grant.privileges.remove(MAINTAIN);
        }
    }
    let known = current.privileges.get(MAINTAIN).or(desired.privileges.get(MAINTAIN)).copied();
    settle_rest(current, desired, known);
    settle_rest(desired, current, known);
}

fn settle_rest(one: &mut Grant, other: &Grant, known: Option<bool>) {
    if other.privileges.contains_key(REST_OF_ALL) || !one.privileges.contains_key(REST_OF_ALL) {
        return;
    }
    let mut named = one.clone();
    named.privileges.remove(REST_OF_ALL);
    match known {
        Some(option) => {
            named.privileges.insert(MAINTAIN.to_owned(), option);
            *one = named;
        }
        // A server that does not know it.
        None if named == *other => *one = named,
        None => {}
    }
}

/// The privileges that `ALL` stands for on every server.
pub fn all(kind: Kind) -> &'static [&'static str] {
    match kind {
        Kind::Table | Kind::View => {
            &["select", "insert", "update", "delete", "truncate", "references", "trigger"]
        }
        Kind::Column => &["select", "insert", "update", "references"],
        Kind::Sequence => &["usage", "select", "update"],
        Kind::Function | Kind::Aggregate => &["execute"],
        Kind::Type | Kind::Language | Kind::ForeignDataWrapper | Kind::Server => &["usage"],
        Kind::Schema => &["usage", "create"],
        Kind::LargeObject => &["select", "update"],
        _ => &[],
    }
}

/// A grant of everything there is for a kind.
pub fn full(kind: Kind) -> Grant {
    Grant { privileges: all(kind).iter().map(|privilege| ((*privilege).to_owned(), false)).collect() }
}

/// Whether everybody has every privilege on a new object of this kind.
pub fn open_to_public(kind: Kind) -> bool {
    matches!(kind, Kind::Function | Kind::Aggregate | Kind::Type | Kind::Language)
}

/// What a grantee may do with an object of which nothing was said.
pub fn default(id: &ObjectId, grantee: &str, owner: Option<&str>) -> Grant {
    let holds_all = id.kind != Kind::Column && (owner == Some(grantee));
    let public = grantee == "public" && open_to_public(id.kind);
    match (holds_all || public, is_public_schema(id) && grantee == "public") {
        (true, _) => full(id.kind),
        (_, true) => Grant { privileges: [("usage".to_owned(), false)].into() },
        _ => Grant::default(),
    }
}

/// Whether it is there on every server without an entry of its own: only what is said of it can differ.
pub fn is_built_in(id: &ObjectId) -> bool {
    id.kind == Kind::Language && matches!(id.name.as_str(), "plpgsql" | "sql" | "c" | "internal")
}

/// The schema that is always there.
pub fn is_public_schema(id: &ObjectId) -> bool {
    id.kind == Kind::Schema && id.name == "public"
}

/// The owner that a schema tells for an object; a column has its relation's.
pub fn owner<'s>(schema: &'s Schema, id: &ObjectId) -> Option<&'s str> {
    let of = match id.kind {
        Kind::Column => schema.relation(&id.schema, &id.name)?,
        _ => id.itself(),
    };
    match schema.get(&of.facet(Facet::Owner)) {
        Some(Object::Owner(role)) => Some(role),
        _ => None,
    }
}

/// Whether objects of this kind have an owner that can be set.
pub fn has_owner(kind: Kind) -> bool {
    !matches!(
        kind,
        Kind::Column
            | Kind::Constraint
            | Kind::Index
            | Kind::Trigger
            | Kind::Rule
            | Kind::Policy
            | Kind::DefaultPrivileges
            | Kind::Extension
            | Kind::Cast
            | Kind::Transform
            | Kind::UserMapping
            | Kind::AccessMethod
            | Kind::TextSearchParser
            | Kind::TextSearchTemplate
            | Kind::Role
            | Kind::Database
            | Kind::Tablespace
    )
}
