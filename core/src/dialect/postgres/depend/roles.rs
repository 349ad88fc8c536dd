//! The roles that objects name: owners, grantees, those a policy is for.

use crate::collections::BTreeSet;
use crate::dialect::postgres::parse::role::role_id;
use crate::model::*;

/// The roles that one object names.
pub fn named(id: &ObjectId, object: &Object) -> impl Iterator<Item = ObjectId> {
    let mut names: Vec<&str> = Vec::new();
    match object {
        Object::Owner(role) => names.push(role),
        Object::Policy(of) => names.extend(of.roles.iter().map(String::as_str)),
        Object::DefaultPrivileges(of) => {
            names.extend([&of.grantee].into_iter().chain(&of.role).map(String::as_str))
        }
        Object::Definition(_) if id.kind == Kind::UserMapping => names.push(&id.name),
        _ => {}
    }
    if let Facet::Grant(grantee) = &id.facet {
        names.push(grantee);
    }
    names.into_iter().map(role_id).collect::<Vec<_>>().into_iter()
}

/// Every role that a schema names.
pub fn all(schema: &Schema) -> BTreeSet<ObjectId> {
    schema.objects.iter().flat_map(|(id, object)| named(id, object)).collect()
}
