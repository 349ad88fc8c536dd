//! Default partitions that hold what new or wider partitions are to hold: the server lets none of these in while the
//! default partition may have rows of theirs. So it leaves, its rows go where they belong, and it joins again.

use super::{Work, moving, stays, tables};
use crate::collections::BTreeSet;
use crate::model::{QualifiedName, Schema};

/// The default partitions that make room.
pub(super) fn making(work: &Work<'_, '_>) -> BTreeSet<QualifiedName> {
    let gives = |name: &QualifiedName| {
        let is_default = |schema: &Schema| {
            let of = schema.table(&name.schema, &name.name)?.partition_of.as_ref()?;
            moving::is_default(&of.bound.text).then(|| of.parent.clone())
        };
        let parent = is_default(work.pair.current)?;
        let same = is_default(work.pair.desired).as_ref() == Some(&parent);
        (same && work.keeps(name, &parent) && !moving::taken_from_default(work, &parent, true)?.is_empty())
            .then_some(())
    };
    tables(work.pair.current)
        .filter(|(name, table)| table.partition_of.is_some() && stays(work.pair, name))
        .map(|(name, _)| name)
        .filter(|name| gives(name).is_some())
        .collect()
}
