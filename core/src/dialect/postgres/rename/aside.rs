//! What has a name now that something else is renamed to, and is to go: it steps aside first, under a name that nothing has.

use super::Map;
use crate::collections::BTreeSet;
use crate::dialect::postgres::names::object_name;
use crate::dialect::postgres::taken::{relation_names, relations};
use crate::model::{Kind, ObjectId, Schema};
use crate::pair::Pair;

/// Adds what has to step aside to the renames.
pub(super) fn set_aside(pair: Pair<&Schema>, map: &mut Map) {
    let wanted: BTreeSet<(&str, &str)> = map.values().filter(|id| is_relation(id)).map(names_of).collect();
    let stands_in_the_way = |id: &&ObjectId| {
        let goes = !pair.desired.contains(id) || map.values().any(|new| new == *id);
        is_relation(id) && wanted.contains(&names_of(id)) && !map.contains_key(id) && goes
    };
    let holders = pair.current.objects.iter().filter(|(id, object)| relations(id, object).is_some());
    let holders: Vec<ObjectId> = holders.map(|(id, _)| id).filter(stands_in_the_way).cloned().collect();
    if holders.is_empty() {
        return;
    }
    let mut taken = relation_names(pair.current);
    taken.extend(relation_names(pair.desired));
    for holder in holders {
        let label = |number: usize| if number == 1 { "old".to_owned() } else { format!("old{number}") };
        let mut names = (1..).map(|number| object_name(&holder.name, "", &label(number)));
        let free = names.find(|name| taken.insert((holder.schema.clone(), name.clone())));
        if let Some(name) = free {
            map.insert(holder.clone(), ObjectId { name, ..holder });
        }
    }
}

/// Whether it is an object of its own that has a name among the relations of its schema.
pub(super) fn is_relation(id: &ObjectId) -> bool {
    let kinds = [Kind::Table, Kind::View, Kind::Sequence, Kind::Index, Kind::Type];
    kinds.contains(&id.kind) && id.part.is_empty() && id.facet.is_itself()
}

/// Schema and name.
pub(super) fn names_of(id: &ObjectId) -> (&str, &str) {
    (&id.schema, &id.name)
}
