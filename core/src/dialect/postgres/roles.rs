//! Roles that sources make: which of them a plan makes.

use super::depend::roles as named;
use crate::model::*;
use crate::pair::Pair;
use std::borrow::Cow;

/// A role is the cluster's: a source that makes it does not say that another lacks it. So it is made only where something
/// is wanted of it that is named nowhere on the current side.
pub(super) fn where_missing(pair: &mut Pair<Cow<'_, Schema>>) {
    let made = |schema: &Schema| -> Vec<ObjectId> {
        schema.objects.keys().filter(|id| id.kind == Kind::Role).cloned().collect()
    };
    let there = made(&pair.current);
    let offered = made(&pair.desired);
    let mut wanted = named::all(&pair.desired);
    if !offered.is_empty() {
        let known = named::all(&pair.current);
        wanted.retain(|role| !known.contains(role) && !there.contains(role));
        // Members need what they are members of.
        let with_them = wanted.iter().filter_map(|role| match pair.desired.get(role) {
            Some(Object::Definition(of)) => Some(of.uses.clone()),
            _ => None,
        });
        let with_them: Vec<_> = with_them.flatten().collect();
        wanted.extend(with_them);
    }
    for id in there {
        pair.current.to_mut().objects.remove(&id);
    }
    for id in offered.into_iter().filter(|id| !wanted.contains(id)) {
        pair.desired.to_mut().objects.remove(&id);
    }
}
