//! What a statement leaves open is as it is there: then it does not differ. Owners and privileges are `managed`'s business.

use super::canon::builtin::extensions;
use super::canon::schema::is_born_with;
use super::expand::names_count;
use super::rename::follow_extension;
use super::{definition, managed};
use crate::model::*;
use crate::pair::Pair;
use std::borrow::Cow;

/// Both sides, with what one of them leaves open said as on the other.
pub(super) fn unsaid(pair: &mut Pair<Cow<'_, Schema>>) {
    of_extensions(pair);
    of_subscriptions(pair);
    of_not_null(pair);
}

/// Where no server can be at work that keeps the name of a NOT NULL, it says nothing.
fn of_not_null(pair: &mut Pair<Cow<'_, Schema>>) {
    let named = |(id, object): (&ObjectId, &Object)| {
        let (Object::Column(current), Some(Object::Column(desired))) = (object, pair.desired.get(id)) else {
            return None;
        };
        let (from, to) = (current.not_null.as_ref()?, desired.not_null.as_ref()?);
        (from.name != to.name).then(|| (id.clone(), to.name.clone()))
    };
    let differ: Vec<_> = pair.current.objects.iter().filter_map(named).collect();
    if differ.is_empty() || names_count(Pair::new(&pair.current, &pair.desired)) {
        return;
    }
    for (id, name) in differ {
        if let Some(Object::Column(Column { not_null: Some(of), .. })) =
            pair.current.to_mut().objects.get_mut(&id)
        {
            of.name = name;
        }
    }
}

/// What a statement leaves open of an extension is as it is there; its comment comes with it.
fn of_extensions(pair: &mut Pair<Cow<'_, Schema>>) {
    let both: Vec<_> = (pair.current.objects.iter())
        .filter_map(|(id, object)| {
            let Object::Extension(a) = object else { return None };
            let Some(Object::Extension(b)) = pair.desired.get(id) else { return None };
            (a != b).then(|| (id.clone(), a.clone(), b.clone()))
        })
        .collect();
    for (id, mut current, mut desired) in both {
        if desired.schema.is_none() {
            // Where its schema is to go, it has to come to the usual one.
            let stays = |schema: &String| {
                matches!(schema.as_str(), "public" | "pg_catalog")
                    || pair.desired.contains(&ObjectId::new(Kind::Schema, "", schema))
            };
            let home = current.schema.clone();
            desired.schema = home.map(|home| if stays(&home) { home } else { "public".into() });
        } else if current.schema.is_none() {
            // Nobody said where it is: at home in the usual schema.
            current.schema = Some("public".into());
        }
        if desired.version.is_none() {
            desired.version = current.version.clone();
        }
        if let (Some(from), Some(to)) = (&current.schema, &desired.schema)
            && from != to
        {
            follow_extension(pair.current.to_mut(), &id.name, from, to);
        }
        pair.current.to_mut().objects.insert(id.clone(), Object::Extension(current));
        pair.desired.to_mut().objects.insert(id, Object::Extension(desired));
    }
    let comments = |schema: &Schema| -> Vec<ObjectId> {
        let is_comment = |id: &&ObjectId| id.kind == Kind::Extension && id.facet == Facet::Comment;
        schema.objects.keys().filter(is_comment).cloned().collect()
    };
    for id in comments(&pair.current).into_iter().chain(comments(&pair.desired)) {
        // That of a new one is written: it may be somebody's own.
        let stays = pair.current.contains(&id.itself()) && pair.desired.contains(&id.itself());
        match (pair.current.get(&id), pair.desired.get(&id)) {
            (Some(said), None) | (None, Some(said)) if stays && is_born_with(&id, said) => {
                pair.current.to_mut().objects.remove(&id);
                pair.desired.to_mut().objects.remove(&id);
            }
            (Some(_), None) if stays => {
                let own = extensions::comment(&id.name).unwrap_or_default().to_owned();
                pair.desired.to_mut().objects.insert(id, Object::Comment(own));
            }
            _ => {}
        }
    }
}

/// How a subscription streams where its statement does not say so is what the server's version takes: off, or parallel
/// from PostgreSQL 18 on, whose catalog is read as saying it in any case.
fn of_subscriptions(pair: &mut Pair<Cow<'_, Schema>>) {
    const CLAUSE: &str = "with streaming";
    let read = pair.as_ref().map(|side| side.contains(&managed::owners_of_all()));
    let unsaid = |own: &Definition, other: &Definition, read: Pair<bool>| {
        let streaming = own.clauses.get(CLAUSE)?;
        let default = read.current && streaming != "true" || read.desired && streaming == "'false'";
        (default && !other.clauses.contains_key(CLAUSE)).then(|| {
            let clauses = own.clauses.iter().filter(|(name, _)| *name != CLAUSE);
            clauses.map(|(name, value)| (name.clone(), value.clone())).collect()
        })
    };
    let is_subscription = |id: &&ObjectId| id.kind == Kind::Subscription && id.facet == Facet::Itself;
    let ids: Vec<_> = pair.current.objects.keys().filter(is_subscription).cloned().collect();
    for id in ids {
        let (Some(Object::Definition(a)), Some(Object::Definition(b))) =
            (pair.current.get(&id), pair.desired.get(&id))
        else {
            continue;
        };
        let define =
            |of: &Definition, clauses| Object::Definition(definition::define(&id, clauses, of.uses.clone()));
        let current = unsaid(a, b, read).map(|clauses| define(a, clauses));
        let desired = unsaid(b, a, read.swap()).map(|clauses| define(b, clauses));
        for (side, object) in [(&mut pair.current, current), (&mut pair.desired, desired)] {
            side.to_mut().objects.extend(object.map(|object| (id.clone(), object)));
        }
    }
}
