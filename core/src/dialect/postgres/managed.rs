//! Which owners and privileges take part in a comparison, and one form for those that do.
//!
//! What the desired side says nothing of is taken over from the current one: then it does not differ, and comes back
//! when its object is made again. What both sides say in different words (nothing, or what is there from the start) is
//! made equal. What the user leaves out is `crate::scope`'s business.

use super::parse::default_privileges;
use super::{privileges, roles, session_role, unsaid};
use crate::collections::{BTreeMap, BTreeSet};
use crate::diff::{Difference, diff};
use crate::model::*;
use crate::options::Options;
use crate::pair::Pair;
use std::borrow::Cow;

/// The comment that the schema `public` is born with.
pub const PUBLIC_COMMENT: &str = "standard public schema";

/// Both sides, as they are to be compared.
pub fn managed<'a>(pair: Pair<&'a Schema>, options: &Options) -> Pair<Cow<'a, Schema>> {
    let mut out = pair.map(Cow::Borrowed);
    session_role::named(&mut out);
    implied(&mut out);
    unsaid::unsaid(&mut out);
    roles::where_missing(&mut out);
    let said = said(&out.desired);
    owners(&mut out);
    grants(&mut out, options.manage.grants, &said);
    default_privileges(&mut out, options.manage.grants);
    out
}

/// Whether nothing differs but owners of whom the desired side says nothing: [`managed`] would leave no difference.
pub fn is_alike(pair: Pair<&Schema>) -> bool {
    let mark = owners_of_all();
    diff(pair).iter().all(|difference| {
        let Difference { id, objects } = difference;
        let stays = **id == mark || pair.desired.contains(&id.itself());
        id.facet == Facet::Owner && objects.desired.is_none() && stays
    })
}

/// The mark of a source that names the owner of everything in it, as pg_dump and the catalog do. What is said so is not
/// said on purpose.
pub fn owners_of_all() -> ObjectId {
    ObjectId::new(Kind::Database, "", "").facet(Facet::Owner)
}

/// The object whose privileges a set of grants is about: a relation's columns count with it.
fn whole(id: &ObjectId, schema: &Schema) -> ObjectId {
    match id.kind {
        Kind::Column => schema.relation(&id.schema, &id.name).unwrap_or_else(|| id.itself()),
        _ => id.itself(),
    }
}

/// The objects of whose privileges a schema says something.
fn said(schema: &Schema) -> BTreeSet<ObjectId> {
    let grants = schema.objects.keys().filter(|id| matches!(id.facet, Facet::Grant(_)));
    grants.map(|id| whole(id, schema)).collect()
}

/// What is always there: the schema `public` and its comment, its owner.
fn implied(pair: &mut Pair<Cow<'_, Schema>>) {
    let public = ObjectId::new(Kind::Schema, "", "public");
    for side in [&mut pair.current, &mut pair.desired] {
        if !side.contains(&public) {
            side.to_mut().objects.insert(public.clone(), Object::Schema(Namespace::default()));
        }
        let comment = public.facet(Facet::Comment);
        if matches!(side.get(&comment), Some(Object::Comment(text)) if text == PUBLIC_COMMENT) {
            side.to_mut().objects.remove(&comment);
        }
        let owner = public.facet(Facet::Owner);
        if matches!(side.get(&owner), Some(Object::Owner(role)) if role == "pg_database_owner") {
            side.to_mut().objects.remove(&owner);
        }
    }
}

/// Owners: those of sequences that a column owns are their table's; those nobody speaks of stay.
fn owners(pair: &mut Pair<Cow<'_, Schema>>) {
    for side in [&mut pair.current, &mut pair.desired] {
        let owned: Vec<_> = (side.objects.keys())
            .filter(|id| id.facet == Facet::Owner && follows_table(side, id))
            .cloned()
            .collect();
        for id in owned {
            side.to_mut().objects.remove(&id);
        }
    }
    let mark = owners_of_all();
    let on_purpose = !pair.desired.contains(&mark);
    let in_desired = |id: &ObjectId| pair.desired.contains(&id.itself());
    let kept: Vec<_> = (pair.current.objects.iter())
        .filter(|(id, _)| id.facet == Facet::Owner && !pair.desired.contains(id) && in_desired(id))
        .map(|(id, object)| (id.clone(), object.clone()))
        .collect();
    let unsaid: Vec<_> = (pair.desired.objects.keys())
        .filter(|id| id.facet == Facet::Owner && !on_purpose)
        .filter(|id| !pair.current.contains(id) && pair.current.contains(&id.itself()))
        .cloned()
        .collect();
    if !kept.is_empty() {
        pair.desired.to_mut().objects.extend(kept);
    }
    for id in unsaid.iter().chain([&mark]) {
        for side in [&mut pair.current, &mut pair.desired] {
            if side.contains(id) {
                side.to_mut().objects.remove(id);
            }
        }
    }
}

fn follows_table(schema: &Schema, id: &ObjectId) -> bool {
    id.kind == Kind::Sequence
        && (schema.contains(&id.facet(Facet::OwnedBy)) || !schema.contains(&id.itself()))
}

type Grants = BTreeMap<ObjectId, Grant>;

/// The grants of a schema by id.
fn all_grants(schema: &Schema) -> Grants {
    let grants = schema.objects.iter().filter_map(|(id, object)| match object {
        Object::Grant(grant) => Some((id.clone(), grant.clone())),
        _ => None,
    });
    grants.collect()
}

/// Privileges: taken over where nothing is said, otherwise both sides in full, so that what differs is what to do.
fn grants(pair: &mut Pair<Cow<'_, Schema>>, all: bool, said: &BTreeSet<ObjectId>) {
    let mut current = all_grants(&pair.current);
    let mut desired = all_grants(&pair.desired);
    let rules = pair.current.objects.values().any(|object| matches!(object, Object::DefaultPrivileges(_)));
    if current.is_empty() && desired.is_empty() && !rules {
        return;
    }
    born_otherwise(&mut current, &mut desired);
    owner_changes(pair, &mut current);
    born_with(pair, &mut current, &mut desired, |id| all || said.contains(id));
    let ids: BTreeSet<_> = current.keys().chain(desired.keys()).cloned().collect();
    let holders = Pair::new(pair.current.holders(), pair.desired.holders());
    for id in ids {
        let itself = whole(&id, &pair.desired);
        let there = Pair::new(
            exists(&holders.current, &pair.current, &id),
            exists(&holders.desired, &pair.desired, &id),
        );
        if !there.desired {
            continue;
        }
        if there.current && !all && !said.contains(&itself) {
            match current.get(&id) {
                Some(grant) => drop(desired.insert(id, grant.clone())),
                None => drop(desired.remove(&id)),
            }
            continue;
        }
        let Facet::Grant(grantee) = &id.facet else { continue };
        let initial = |schema: &Schema| privileges::default(&id, grantee, privileges::owner(schema, &id));
        let mut a = current.get(&id).cloned().unwrap_or_else(|| initial(&pair.desired));
        let mut b = desired.get(&id).cloned().unwrap_or_else(|| initial(&pair.desired));
        privileges::settle(id.kind, &mut a, &mut b);
        // What both have and was granted stays on both, so that it comes back when its object is made again.
        let nothing = b == initial(&pair.desired) && a == b;
        let nothing = nothing || !there.current && !current.contains_key(&id) && b == initial(&pair.desired);
        if nothing {
            current.remove(&id);
            desired.remove(&id);
            continue;
        }
        if there.current || current.contains_key(&id) {
            current.insert(id.clone(), a);
        }
        desired.insert(id, b);
    }
    put_back(&mut pair.current, current);
    put_back(&mut pair.desired, desired);
}

/// Everybody may create in the schema `public` of servers before PostgreSQL 15 from the start. That counts where the other
/// side says what everybody may do there.
fn born_otherwise(current: &mut Grants, desired: &mut Grants) {
    let id = ObjectId::new(Kind::Schema, "", "public").facet(Facet::Grant("public".to_owned()));
    let told = Pair::new(current.contains_key(&id), desired.contains_key(&id));
    for (own, other) in [(current, told.desired), (desired, told.current)] {
        let marked =
            own.get_mut(&id).is_some_and(|own| own.privileges.remove(privileges::REST_OF_ALL).is_some());
        if marked && !other {
            own.remove(&id);
        }
    }
}

/// What the default privileges that are there give to (or keep from) new objects, where that is not what is wanted.
/// Which of them count depends on who carries out the plan. So what is wanted is granted even if it may come by itself,
/// and what is not is revoked even if it may not.
fn born_with(
    pair: &Pair<Cow<'_, Schema>>,
    current: &mut Grants,
    desired: &mut Grants,
    managed: impl Fn(&ObjectId) -> bool,
) {
    let rules: Vec<_> = (pair.current.objects.iter())
        .filter_map(|(id, object)| match object {
            Object::DefaultPrivileges(rule) => Some((id, rule)),
            _ => None,
        })
        .collect();
    if rules.is_empty() {
        return;
    }
    for id in pair.desired.objects.keys().filter(|id| id.facet == Facet::Itself) {
        let Some(objects) = default_privileges::objects_of(id.kind) else { continue };
        if pair.current.contains(id) || !managed(id) {
            continue;
        }
        for (rule_id, rule) in &rules {
            if rule.objects != objects || !(rule_id.schema.is_empty() || rule_id.schema == id.schema) {
                continue;
            }
            let label = id.facet(Facet::Grant(rule.grantee.clone()));
            let initial = privileges::default(id, &rule.grantee, privileges::owner(&pair.desired, id));
            let wanted = desired.entry(label.clone()).or_insert_with(|| initial.clone());
            let from = current.entry(label).or_insert_with(|| initial.clone());
            let given = &rule.grant.privileges;
            let unwanted = given.iter().filter(|(privilege, _)| !wanted.privileges.contains_key(*privilege));
            from.privileges.extend(unwanted.map(|(privilege, option)| (privilege.clone(), *option)));
            if rule_id.schema.is_empty() {
                let sure = |name: &String| given.contains_key(name) || !wanted.privileges.contains_key(name);
                from.privileges.retain(|name, _| sure(name));
            }
        }
    }
}

/// Whether what a facet speaks of is there.
fn exists(holders: &Holders<'_>, schema: &Schema, id: &ObjectId) -> bool {
    // A table's own columns have entries: one that is missing is not there.
    let holds = |holder: &ObjectId| {
        id.kind != Kind::Column || schema.contains(&id.itself()) || holder.kind != Kind::Table
    };
    privileges::is_built_in(&id.itself()) || holders.holder(id).as_ref().is_some_and(holds)
}

/// A change of owner hands what the old one held to the new one.
fn owner_changes(pair: &Pair<Cow<'_, Schema>>, current: &mut Grants) {
    for (id, object) in &pair.desired.objects {
        let (Facet::Owner, Object::Owner(new)) = (&id.facet, object) else { continue };
        let old = match pair.current.get(id) {
            Some(Object::Owner(old)) if old != new => Some(old),
            None if pair.current.contains(&id.itself()) => None,
            _ => continue,
        };
        let mine = id.facet(Facet::Grant(new.clone()));
        current.remove(&mine);
        if let Some(grant) = old.and_then(|old| current.remove(&id.facet(Facet::Grant(old.clone())))) {
            current.insert(mine, grant);
        }
    }
}

/// Puts the grants of one side back, touching it only where something changed.
fn put_back(side: &mut Cow<'_, Schema>, grants: Grants) {
    if all_grants(side) == grants {
        return;
    }
    let schema = side.to_mut();
    schema.objects.retain(|_, object| !matches!(object, Object::Grant(_)));
    schema.objects.extend(grants.into_iter().map(|(id, grant)| (id, Object::Grant(grant))));
}

/// Default privileges: of a role in a schema of which nothing is said they stay; a source that does not name the role
/// means the one that the other side names.
fn default_privileges(pair: &mut Pair<Cow<'_, Schema>>, all: bool) {
    type Rules = BTreeMap<ObjectId, DefaultPrivileges>;
    let rules = |schema: &Schema| -> Rules {
        let found = schema.objects.iter().filter_map(|(id, object)| match object {
            Object::DefaultPrivileges(rule) => Some((id.clone(), rule.clone())),
            _ => None,
        });
        found.collect()
    };
    let (before_current, before_desired) = (rules(&pair.current), rules(&pair.desired));
    let (mut current, mut desired) = (before_current.clone(), before_desired.clone());
    let said: BTreeSet<_> = desired.keys().map(|id| (id.schema.clone(), id.name.clone())).collect();
    name_roles(&mut current, &desired);
    name_roles(&mut desired, &current);
    let said = |id: &ObjectId| {
        said.contains(&(id.schema.clone(), id.name.clone()))
            || said.contains(&(id.schema.clone(), String::new()))
    };
    for (id, rule) in &current {
        let schema = ObjectId::new(Kind::Schema, "", &id.schema);
        let there = id.schema.is_empty() || pair.desired.contains(&schema);
        if !all && !said(id) && there {
            desired.insert(id.clone(), rule.clone());
        }
    }
    for (id, rule) in &mut current {
        if let Some(other) = desired.get_mut(id) {
            privileges::settle(default_privileges::kind_of(&rule.objects), &mut rule.grant, &mut other.grant);
        }
    }
    let says_something = |id: &ObjectId, rule: &DefaultPrivileges| {
        let kind = default_privileges::kind_of(&rule.objects);
        rule.grant != default_privileges::base(&id.schema, kind, &rule.grantee, rule.role.as_deref())
    };
    current.retain(|id, rule| says_something(id, rule));
    desired.retain(|id, rule| says_something(id, rule));
    for (side, before, after) in
        [(&mut pair.current, before_current, current), (&mut pair.desired, before_desired, desired)]
    {
        if before != after {
            let schema = side.to_mut();
            schema.objects.retain(|id, _| id.kind != Kind::DefaultPrivileges);
            schema.objects.extend(after.into_iter().map(|(id, rule)| (id, Object::DefaultPrivileges(rule))));
        }
    }
}

/// Gives rules that name no role the one that the other side has for the same, if there is just one.
fn name_roles(
    rules: &mut BTreeMap<ObjectId, DefaultPrivileges>,
    others: &BTreeMap<ObjectId, DefaultPrivileges>,
) {
    let unnamed: Vec<_> = rules.keys().filter(|id| id.name.is_empty()).cloned().collect();
    for id in unnamed {
        let mut same = others
            .keys()
            .filter(|other| other.schema == id.schema && other.part == id.part && !other.name.is_empty())
            .filter(|other| !rules.contains_key(other));
        if let (Some(other), None) = (same.next().cloned(), same.next())
            && let Some(mut rule) = rules.remove(&id)
        {
            rule.role = Some(other.name.clone());
            rules.insert(other, rule);
        }
    }
}
