//! What is renamed along with something: columns and checks of children, and names that PostgreSQL made of a table's or
//! column's. What a directive means lives in `resolve.rs`.

use super::Map;
use super::resolve::{is_relation, put};
use crate::collections::{BTreeMap, BTreeSet};
use crate::model::*;
use crate::pair::Pair;

/// Columns and checks that a renamed one is handed on to: the server renames them along.
pub(super) fn handed_on(pair: Pair<&Schema>, map: &mut Map) {
    loop {
        let before = map.len();
        let parts: Vec<_> = (map.iter())
            .filter(|(old, _)| is_handed_on(pair.current, old))
            .map(|(a, b)| (a.clone(), b.clone()))
            .collect();
        if parts.is_empty() {
            return;
        }
        for (table, object) in &pair.current.objects {
            let Object::Table(of) = object else { continue };
            for (old, new) in parts.iter().filter(|(old, _)| is_child(of, old)) {
                let home = map.get(table).unwrap_or(table).clone();
                let of =
                    |home: &ObjectId, part: &str| ObjectId::part(old.kind, &home.schema, &home.name, part);
                put(pair, of(table, &old.part), of(&home, &new.part), map);
            }
        }
        if map.len() == before {
            return;
        }
    }
}

/// Whether a part is one that children have under the same name.
pub(super) fn is_handed_on(schema: &Schema, id: &ObjectId) -> bool {
    match schema.get(id) {
        Some(Object::Column(_)) => true,
        Some(Object::Constraint(of)) => {
            matches!(of.rule, ConstraintRule::Check { no_inherit: false, .. })
        }
        _ => false,
    }
}

/// Whether a table has parts of the relation that an id belongs to.
pub(super) fn is_child(of: &Table, part: &ObjectId) -> bool {
    let mut parents = of.inherits.iter().chain(of.partition_of.iter().map(|of| &of.parent));
    parents.any(|parent| parent.schema == part.schema && parent.name == part.name)
}

/// Names made of a table's or column's that PostgreSQL gave: they follow if the desired schema has them so.
pub(super) fn follow(pair: Pair<&Schema>, map: &mut Map) {
    let tables: Vec<_> =
        map.iter().filter(|(id, _)| is_relation(id)).map(|(a, b)| (a.clone(), b.clone())).collect();
    let columns: Vec<_> =
        map.iter().filter(|(id, _)| id.kind == Kind::Column).map(|(a, b)| (a.clone(), b.clone())).collect();
    let home = |id: &ObjectId| ObjectId::table(&id.schema, &id.name);
    let mut names: BTreeMap<ObjectId, Vec<(String, String)>> = BTreeMap::new();
    let mut known: BTreeSet<ObjectId> = tables.iter().map(|(old, _)| old.clone()).collect();
    let mut homes: Vec<(ObjectId, ObjectId)> = tables;
    for (old, new) in &columns {
        if known.insert(home(old)) {
            homes.push((home(old), home(new)));
        }
        names.entry(home(old)).or_default().push((old.part.clone(), new.part.clone()));
    }
    if homes.is_empty() {
        return;
    }
    let owned = owned(pair.current);
    let taken: BTreeSet<ObjectId> = map.values().filter(|id| is_relation(id)).cloned().collect();
    // What follows frees names for others.
    loop {
        let before = map.len();
        for (old, new) in &homes {
            let names = names.get(&home(old)).map_or(&[][..], Vec::as_slice);
            // The name that this one leaves goes to another one: what is called by it then is not what is called so now.
            let retaken = old != new && taken.contains(old);
            let follow = |name: &str| followed(name, (&old.name, &new.name), names);
            let constraints = pair.current.constraints(&old.schema, &old.name).map(|(name, _)| {
                let constraint = |table: &ObjectId, name: &str| {
                    ObjectId::part(Kind::Constraint, &table.schema, &table.name, name)
                };
                let to = follow(name).into_iter().map(|to| constraint(new, &to)).collect::<Vec<_>>();
                (constraint(old, name), to)
            });
            let owned =
                owned.get(&(old.schema.as_str(), old.name.as_str())).into_iter().flatten().map(|from| {
                    let to =
                        follow(&from.name).into_iter().map(|to| ObjectId::new(from.kind, &new.schema, to));
                    (from.clone(), to.collect::<Vec<_>>())
                });
            for (from, names) in constraints.chain(owned) {
                for to in names {
                    if !map.contains_key(&from) && (retaken || !pair.desired.contains(&from)) {
                        put(pair, from.clone(), to, map);
                    }
                }
            }
        }
        if map.len() == before {
            return;
        }
    }
}

/// The indexes and sequences of each table.
fn owned(schema: &Schema) -> BTreeMap<(&str, &str), Vec<ObjectId>> {
    let mut out: BTreeMap<(&str, &str), Vec<ObjectId>> = BTreeMap::new();
    for (id, object) in &schema.objects {
        match object {
            Object::Index(of) => out.entry((&id.schema, &of.table)).or_default().push(id.clone()),
            Object::OwnedBy(of) => out.entry((&of.schema, &of.table)).or_default().push(id.itself()),
            _ => {}
        }
    }
    out
}

/// What a generated name would be after the renames.
fn followed(name: &str, table: (&str, &str), columns: &[(String, String)]) -> Vec<String> {
    let Some(rest) = name.strip_prefix(table.0).filter(|rest| rest.starts_with('_')) else {
        return Vec::new();
    };
    let mut renamed = format!("{rest}_");
    for (old, new) in columns {
        renamed = renamed.replace(&format!("_{old}_"), &format!("_{new}_"));
    }
    let renamed = renamed.trim_end_matches('_');
    let mut out = vec![format!("{}{renamed}", table.1), format!("{}{rest}", table.1)];
    out.retain(|new| new != name);
    out.dedup();
    out
}
