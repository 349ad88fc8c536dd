//! `CURRENT_USER` and its kin: whom they mean where a server was read, who says as whom. How a statement names a role is
//! `parse/`'s business; without a server the words stay as they are.

use super::definition;
use crate::model::*;
use crate::pair::Pair;
use std::borrow::Cow;

/// Where a schema that was read from a server says whose session read it. No comparison sees it.
pub fn mark() -> ObjectId {
    ObjectId::new(Kind::Database, "", "current_user").facet(Facet::Owner)
}

/// Whether these words name the session's own role, whichever that is.
pub fn is_own(role: &str) -> bool {
    matches!(role, "current_user" | "current_role" | "session_user")
}

/// Both sides, with the session's role by its name where one of them knows it: statements are run by who reads.
pub(super) fn named(pair: &mut Pair<Cow<'_, Schema>>) {
    let mark = mark();
    let told = [&pair.current, &pair.desired].into_iter().find_map(|side| match side.get(&mark) {
        Some(Object::Owner(role)) => Some(role.clone()),
        _ => None,
    });
    let Some(role) = told else { return };
    for side in [&mut pair.current, &mut pair.desired] {
        let renamed: Vec<_> = side.objects.iter().filter_map(|entry| with_name(entry, &role)).collect();
        if renamed.is_empty() && !side.contains(&mark) {
            continue;
        }
        let schema = side.to_mut();
        schema.objects.remove(&mark);
        for (old, id, object) in renamed {
            schema.objects.remove(&old);
            put(schema, id, object);
        }
    }
}

/// An entry that names the session's role: its id, and what it becomes.
fn with_name((id, object): (&ObjectId, &Object), role: &str) -> Option<(ObjectId, ObjectId, Object)> {
    let (mut new, mut object) = (id.clone(), object.clone());
    let mut found = false;
    let mut name = |word: &mut String| {
        if is_own(word) {
            role.clone_into(word);
            found = true;
        }
    };
    if let Facet::Grant(grantee) = &mut new.facet {
        name(grantee);
    }
    match &mut object {
        Object::Owner(owner) => name(owner),
        Object::Policy(policy) => {
            policy.roles.iter_mut().for_each(&mut name);
            policy.roles.sort();
            policy.roles.dedup();
        }
        Object::Definition(of) if id.kind == Kind::UserMapping && id.facet.is_itself() => {
            name(&mut new.name);
            *of = definition::define(&new, of.clauses.clone(), of.uses.clone());
        }
        _ => {}
    }
    found.then(|| (id.clone(), new, object))
}

/// Puts an entry in; privileges of one role under two names are all of them its.
fn put(schema: &mut Schema, id: ObjectId, mut object: Object) {
    if let (Object::Grant(own), Some(Object::Grant(other))) = (&mut object, schema.objects.get(&id)) {
        for (privilege, option) in &other.privileges {
            *own.privileges.entry(privilege.clone()).or_default() |= option;
        }
    }
    schema.objects.insert(id, object);
}
