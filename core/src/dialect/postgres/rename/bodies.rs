//! Bodies that are strings and still say an old name: the server does not look into them before they run, so nobody would
//! tell that they cannot.

use super::Map;
use crate::collections::{BTreeMap, BTreeSet};
use crate::diagnostic::{Diagnostic, Level};
use crate::dialect::postgres::depend::mention;
use crate::model::{Kind, Object, ObjectId, Routine, RoutineBody, Schema};

/// What bodies may name, in the order of ids.
const NAMED: [Kind; 6] = [Kind::Type, Kind::Sequence, Kind::Table, Kind::Column, Kind::View, Kind::Function];

/// An old id and the new one.
type Renamed<'a> = (&'a ObjectId, &'a ObjectId);

/// Warnings on the functions of the desired schema that name what is called otherwise then.
pub(super) fn stale(desired: &Schema, map: &Map) -> Vec<Diagnostic> {
    let bodies: Vec<(&ObjectId, &str)> = (desired.objects.iter())
        .filter_map(|(id, object)| match object {
            Object::Routine(Routine { body: RoutineBody::Text(body), .. }) => Some((id, body.as_str())),
            _ => None,
        })
        .collect();
    if bodies.is_empty() {
        return Vec::new();
    }
    let mut names: BTreeMap<&str, Vec<Renamed<'_>>> = BTreeMap::new();
    for renamed in NAMED.iter().flat_map(|kind| gone(desired, map, *kind)) {
        names.entry(renamed.0.own_name()).or_default().push(renamed);
    }
    bodies.into_iter().flat_map(|(id, body)| said(id, &mention::words(body), &names)).collect()
}

fn said(
    id: &ObjectId,
    words: &BTreeSet<String>,
    names: &BTreeMap<&str, Vec<Renamed<'_>>>,
) -> Vec<Diagnostic> {
    let mut stale: Vec<_> = words.iter().filter_map(|word| names.get(word.as_str())).flatten().collect();
    stale.sort();
    let told = stale.into_iter().map(|(old, new)| Diagnostic {
        level: Level::Warning,
        code: "rename-in-body".into(),
        message: format!("the body of {id} says {}, which is called {} now", old.own_name(), new.own_name()),
        span: None,
        also: None,
        help: Some("the server finds that out only when it runs".into()),
    });
    told.collect()
}

/// The renames of one kind whose old names nothing of that kind has any more; where something has, that may be meant.
fn gone<'a>(desired: &Schema, map: &'a Map, kind: Kind) -> Vec<Renamed<'a>> {
    let looked_into = |old: &ObjectId| {
        old.kind == kind && (matches!(kind, Kind::Column | Kind::Function) || old.part.is_empty())
    };
    let mut renamed: Vec<Renamed<'_>> =
        map.iter().filter(|(old, new)| looked_into(old) && old.own_name() != new.own_name()).collect();
    if !renamed.is_empty() {
        let there: BTreeSet<&str> =
            desired.objects.keys().filter(|id| id.kind == kind).map(ObjectId::own_name).collect();
        renamed.retain(|(old, _)| !there.contains(old.own_name()));
    }
    renamed
}
