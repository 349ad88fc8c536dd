//! Bodies that are strings and still say an old name: the server does not look into them before they run, so nobody would
//! tell that they cannot.

use super::Map;
use crate::collections::BTreeSet;
use crate::diagnostic::{Diagnostic, Level};
use crate::dialect::postgres::depend::mention;
use crate::model::{Kind, Object, ObjectId, RoutineBody, Schema};

/// Warnings on the functions of the desired schema that name what is called otherwise then.
pub(super) fn stale(desired: &Schema, map: &Map) -> Vec<Diagnostic> {
    let names: Vec<(&ObjectId, &ObjectId)> = map
        .iter()
        .filter(|(old, new)| old.own_name() != new.own_name() && is_nowhere(desired, old))
        .collect();
    if names.is_empty() {
        return Vec::new();
    }
    let bodies = desired.objects.iter().filter_map(|(id, object)| match object {
        Object::Routine(of) => match &of.body {
            RoutineBody::Text(body) => Some((id, mention::words(body))),
            _ => None,
        },
        _ => None,
    });
    bodies.flat_map(|(id, words)| said(id, &words, &names)).collect()
}

fn said(id: &ObjectId, words: &BTreeSet<String>, names: &[(&ObjectId, &ObjectId)]) -> Vec<Diagnostic> {
    let stale = names.iter().filter(|(old, _)| words.contains(old.own_name()));
    let told = stale.map(|(old, new)| Diagnostic {
        level: Level::Warning,
        code: "rename-in-body".into(),
        message: format!("the body of {id} says {}, which is called {} now", old.own_name(), new.own_name()),
        span: None,
        also: None,
        help: Some("the server finds that out only when it runs".into()),
    });
    told.collect()
}

/// Whether nothing of its kind has the old name any more; where something has, that may be meant.
fn is_nowhere(desired: &Schema, old: &ObjectId) -> bool {
    let looked_into =
        matches!(old.kind, Kind::Table | Kind::View | Kind::Sequence | Kind::Type | Kind::Function)
            && old.part.is_empty()
            || matches!(old.kind, Kind::Column | Kind::Function);
    let same = |id: &ObjectId| id.kind == old.kind && id.own_name() == old.own_name();
    looked_into && !desired.objects.keys().any(same)
}
